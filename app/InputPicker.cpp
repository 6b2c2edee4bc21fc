#include "app/InputPicker.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QSpinBox>
#include <QVBoxLayout>

#include "app/OpenedImage.h"
#include "app/Session.h"
#include "app/workspaces/Workspace.h"
#include "core/base/Error.h"
#include "core/data/Augment.h"
#include "core/data/Centring.h"
#include "widgets/InputView.h"
#include "widgets/ShedsWords.h"

namespace nudge {

namespace {

constexpr int kLeastSide = 16;  // of images that drawings are centred in

}  // namespace

InputPicker::InputPicker(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      view_(new InputView),
      draw_(makeTextButton(Glyph::Add, tr("Draw"), {}, "drawDigit")),
      clear_(makeTextButton(Glyph::Clear, tr("Clear"), {}, "clearDrawing")),
      centre_(makeTextButton(Glyph::Centre, tr("Centre"),
                             tr("The network takes what you draw as MNIST's digits are: as large "
                                "as they, with its centre of mass in the middle"),
                             "centreDrawing")),
      sample_(new QSpinBox),
      numbers_(new QHBoxLayout) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(view_, 1);
  draw_->setCheckable(true);
  setDrawable(true);
  auto* bar = new QWidget;
  auto* buttons = new QHBoxLayout(bar);
  buttons->setContentsMargins(0, 0, 0, 0);
  buttons->addWidget(draw_);
  buttons->addWidget(clear_);
  centre_->setCheckable(true);
  centre_->setChecked(true);
  centre_->setToolButtonStyle(Qt::ToolButtonIconOnly);
  centre_->setAccessibleName(centre_->text());
  buttons->addWidget(centre_);
  buttons->addStretch();
  new ShedsWords(bar);
  column->addWidget(bar);
  sample_->setObjectName("sampleNumber");
  sample_->setAccessibleName(tr("Sample"));
  sample_->setPrefix(tr("sample "));
  sample_->setToolTip(tr("Which image of the test set is the input x"));
  sample_->setRange(0, 0);
  numbers_->addWidget(sample_, 1);
  column->addLayout(numbers_);
  connect(draw_, &QToolButton::toggled, this, &InputPicker::setDrawing);
  connect(sample_, &QSpinBox::valueChanged, this, &InputPicker::pickSample);
  connect(view_, &InputView::drawn, this, &InputPicker::takeDrawing);
  connect(centre_, &QToolButton::toggled, this, [this] {
    if (drawing()) takeDrawing(view_->image());
  });
  connect(clear_, &QToolButton::clicked, this, [this] {
    draw_->setChecked(true);
    view_->clear();
    takeDrawing(view_->image());
  });
  connect(&session_, &Session::dataArrived, this, &InputPicker::takeData);
}

int InputPicker::sample() const { return sample_->value(); }
bool InputPicker::drawing() const { return draw_->isChecked(); }

void InputPicker::pickSample(int index) {
  wanted_ = index;
  showSample();
}

void InputPicker::setDrawable(bool drawable) {
  const QString why = tr("Only grey images can be drawn; this data set's are in colour");
  draw_->setEnabled(drawable);
  clear_->setEnabled(drawable);
  centre_->setEnabled(drawable);
  draw_->setToolTip(drawable ? tr("Draw a digit with the mouse; the right button or Shift erases")
                             : why);
  clear_->setToolTip(drawable ? tr("Begin the drawing anew") : why);
}

void InputPicker::takeData() {
  if (!session_.data()) return;
  const ImageSet& images = session_.data()->test;
  {
    const QSignalBlocker quiet(sample_);
    sample_->setMaximum(static_cast<int>(images.count()) - 1);
  }
  const bool drawable = images.channels == 1 && images.scale == PixelScale();
  setDrawable(drawable);
  if (!drawable || !draw_->isChecked()) showSample();
}

void InputPicker::showSample() {
  const auto& samples = session_.data();
  if (!samples || samples->test.count() == 0) return;
  const int index = std::min(wanted_, static_cast<int>(samples->test.count()) - 1);
  const QSignalBlocker quietNumber(sample_), quiet(draw_);
  sample_->setValue(index);
  draw_->setChecked(false);
  view_->setDrawing(false);
  view_->setTaken({});
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
  if (!drawing) showSample();
}

bool InputPicker::centres() const {
  if (!centre_->isChecked() || !session_.data()) return false;
  const MapShape shape = session_.data()->test.shape();
  return shape.width >= kLeastSide && shape.height >= kLeastSide &&
         shape.size() == view_->image().size();
}

void InputPicker::takeDrawing(const Vector& image) {
  input_ = image;
  if (centres()) {
    const MapShape shape = session_.data()->test.shape();
    input_ = centredDigit(image, shape, shape);
  }
  view_->setTaken(centres() ? input_ : Vector());
  emit drawn();
}

void InputPicker::openImage(const QString& path) {
  if (!session_.data())
    throw Error(tr("the data set is still being read; try again.").toStdString());
  const ImageSet& images = session_.data()->test;
  input_ = inputFromImage(path, images.shape(), images.scale);
  view_->setImage(input_, images.shape(), images.scale);
  view_->setTaken({});
  const QSignalBlocker quiet(draw_);
  draw_->setChecked(view_->drawable());
  view_->setDrawing(view_->drawable());
  caption_ = tr("your picture");
  emit drawn();
  emit captionChanged();
}

}  // namespace nudge
