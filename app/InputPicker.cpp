#include "app/InputPicker.h"

#include <QHBoxLayout>
#include <QSpinBox>
#include <QVBoxLayout>

#include "app/Session.h"
#include "app/workspaces/Workspace.h"
#include "core/data/Augment.h"
#include "widgets/InputView.h"

namespace nudge {

InputPicker::InputPicker(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      view_(new InputView),
      draw_(makeTextButton(Glyph::Add, tr("Draw"), {}, "drawDigit")),
      clear_(makeTextButton(Glyph::Clear, tr("Clear"), {}, "clearDrawing")),
      sample_(new QSpinBox),
      numbers_(new QHBoxLayout) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(view_, 1);
  draw_->setCheckable(true);
  setDrawable(true);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(draw_);
  buttons->addWidget(clear_);
  buttons->addStretch();
  column->addLayout(buttons);
  sample_->setObjectName("sampleNumber");
  sample_->setAccessibleName(tr("Sample"));
  sample_->setPrefix(tr("sample "));
  sample_->setToolTip(tr("Which image of the test set is the input x"));
  sample_->setRange(0, 0);
  numbers_->addWidget(sample_, 1);
  column->addLayout(numbers_);
  connect(draw_, &QToolButton::toggled, this, &InputPicker::setDrawing);
  connect(sample_, &QSpinBox::valueChanged, this, &InputPicker::showSample);
  connect(view_, &InputView::drawn, this, &InputPicker::takeDrawing);
  connect(clear_, &QToolButton::clicked, this, [this] {
    draw_->setChecked(true);
    view_->clear();
    takeDrawing(view_->image());
  });
  connect(&session_, &Session::dataArrived, this, &InputPicker::takeData);
}

int InputPicker::sample() const { return sample_->value(); }
bool InputPicker::drawing() const { return draw_->isChecked(); }
void InputPicker::pickSample(int index) { sample_->setValue(index); }

void InputPicker::setDrawable(bool drawable) {
  const QString why = tr("Only grey images can be drawn; this data set's are in colour");
  draw_->setEnabled(drawable);
  clear_->setEnabled(drawable);
  draw_->setToolTip(drawable ? tr("Draw a digit with the mouse; the right button or Shift erases")
                             : why);
  clear_->setToolTip(drawable ? tr("Begin the drawing anew") : why);
}

void InputPicker::takeData() {
  if (!session_.data()) return;
  const ImageSet& images = session_.data()->test;
  sample_->setMaximum(static_cast<int>(images.count()) - 1);
  const bool drawable = images.channels == 1 && images.scale == PixelScale();
  setDrawable(drawable);
  if (!drawable || !draw_->isChecked()) showSample(sample_->value());
}

void InputPicker::showSample(int index) {
  const auto& samples = session_.data();
  if (!samples || static_cast<std::size_t>(index) >= samples->test.count()) return;
  const QSignalBlocker quiet(draw_);
  draw_->setChecked(false);
  view_->setDrawing(false);
  const ImageSet& images = samples->test;
  input_.resize(static_cast<Eigen::Index>(images.imageSize()));
  writeSample(images, static_cast<std::size_t>(index), 0, {}, input_.data());
  label_ = images.labels[static_cast<std::size_t>(index)];
  view_->setImage(input_, images.shape(), images.scale);
  caption_ = tr("label %1").arg(label_);
  emit samplePicked();
  emit captionChanged();
}

void InputPicker::setDrawing(bool drawing) {
  view_->setDrawing(drawing);
  caption_ = drawing ? tr("draw here") : QString();
  emit captionChanged();
  if (!drawing) showSample(sample_->value());
}

void InputPicker::takeDrawing(const Vector& image) {
  input_ = image;
  emit drawn();
}

}  // namespace nudge
