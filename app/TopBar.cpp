#include "app/TopBar.h"

#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include "app/Document.h"
#include "core/experiment/Presets.h"
#include "widgets/FieldText.h"

namespace nudge {

namespace {

// Letters of a name that have room: at least, and where the bar is wide.
constexpr int kFewestLetters = 10;
constexpr int kMostLetters = 20;

void selectData(QComboBox& box, const QVariant& value) {
  const QSignalBlocker quiet(box);
  box.setCurrentIndex(box.findData(value));
}

/// Long names would push the buttons off the bar.
void keepNarrow(QComboBox& box) {
  box.setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  box.setMinimumContentsLength(kFewestLetters);
}

}  // namespace

TopBar::TopBar(Document& document, QWidget* parent)
    : QToolBar(parent), document_(document), menu_(new QMenu(this)) {
  setObjectName("topBar");
  setWindowTitle(tr("Document"));
  setMovable(false);
  auto* more = new QToolButton;
  more->setObjectName("menuButton");
  more->setText("☰");
  more->setToolTip(tr("Menu"));
  more->setAccessibleName(tr("Menu"));
  more->setPopupMode(QToolButton::InstantPopup);
  more->setMenu(menu_);
  addWidget(more);
  presets_ = makePresets();
  addWidget(presets_);
  beforeMachine_ = addSeparator();
  machine_ = makeChoice("machine.kind", "machineChoice");
  addWidget(new QLabel(tr(" Machine ")));
  addWidget(machine_);
  addSeparator();
  data_ = makeChoice("data.source", "dataChoice");
  addWidget(new QLabel(tr(" Data ")));
  addWidget(data_);
  auto* space = new QWidget;
  space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  addWidget(space);
  connect(&document_, &Document::changed, this, &TopBar::showDocument);
  showDocument();
}

void TopBar::fitNames() {
  for (int letters = kMostLetters; letters >= kFewestLetters; --letters) {
    for (QComboBox* box : {machine_, data_}) box->setMinimumContentsLength(letters);
    // Presets have short names.
    for (const int most : {letters, kFewestLetters}) {
      presets_->setMinimumContentsLength(most);
      if (sizeHint().width() <= width()) return;
    }
  }
}

void TopBar::resizeEvent(QResizeEvent* event) {
  QToolBar::resizeEvent(event);
  fitNames();
}

void TopBar::changeEvent(QEvent* event) {
  QToolBar::changeEvent(event);
  if (event->type() == QEvent::FontChange) {
    // Once the boxes have the new font as well.
    QMetaObject::invokeMethod(this, &TopBar::fitNames, Qt::QueuedConnection);
  }
}

void TopBar::addButton(QAction* action) {
  insertAction(beforeMachine_, action);
  letTabCome(action);
}

void TopBar::addRightButton(QAction* action) {
  addAction(action);
  letTabCome(action);
}

void TopBar::letTabCome(QAction* action) { widgetForAction(action)->setFocusPolicy(Qt::TabFocus); }

QComboBox* TopBar::makePresets() {
  auto* box = new QComboBox;
  keepNarrow(*box);
  box->setObjectName("presetChoice");
  box->setAccessibleName(tr("Preset"));
  box->setToolTip(tr("Presets: experiments that come with Nudge. Choosing one can be undone."));
  for (const Preset& preset : presets()) {
    const QString name =
        QString::fromUtf8(preset.name.data(), static_cast<qsizetype>(preset.name.size()));
    box->addItem(name, name);
    const Experiment experiment = presetExperiment(name.toStdString());
    box->setItemData(box->count() - 1, QString::fromStdString(experiment.about), Qt::ToolTipRole);
  }
  box->setPlaceholderText(tr("own experiment"));
  connect(box, &QComboBox::activated, this, &TopBar::choosePreset);
  return box;
}

QComboBox* TopBar::makeChoice(const std::string& key, const char* name) {
  const auto& field = Experiment::field(key);
  auto* box = new QComboBox;
  keepNarrow(*box);
  box->setObjectName(name);
  box->setAccessibleName(fieldText(field.label));
  box->setToolTip(fieldText(field.help));
  for (const FieldChoice& choice : field.choices) {
    box->addItem(fieldText(choice.label), QString::fromStdString(choice.value));
    box->setItemData(box->count() - 1, fieldText(choice.help), Qt::ToolTipRole);
  }
  connect(box, &QComboBox::activated, this, [this, key, box] {
    document_.set(key, Json(box->currentData().toString().toStdString()));
  });
  return box;
}

void TopBar::showDocument() {
  const Experiment& experiment = document_.experiment();
  selectData(*presets_, QString::fromStdString(experiment.name));
  selectData(*machine_, QString::fromStdString(
                            Experiment::field("machine.kind").get(experiment).get<std::string>()));
  selectData(*data_, QString::fromStdString(
                         Experiment::field("data.source").get(experiment).get<std::string>()));
}

void TopBar::choosePreset(int index) {
  const QString name = presets_->itemData(index).toString();
  document_.replace(presetExperiment(name.toStdString()), tr("preset %1").arg(name));
}

}  // namespace nudge
