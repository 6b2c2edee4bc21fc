#include "app/workspaces/ChipControls.h"

#include <algorithm>

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QSpinBox>
#include <QVBoxLayout>

#include "app/workspaces/Workspace.h"
#include "widgets/ShedsWords.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {

constexpr const char* kFirstChip = "pegasus:16";
constexpr double kTimeLimit = 60;
constexpr int kLateMilliseconds = 150;

template <class Widget>
Widget* named(Widget* widget, const char* name, const QString& accessible, const QString& tip) {
  widget->setObjectName(name);
  widget->setAccessibleName(accessible);
  widget->setToolTip(tip);
  return widget;
}

QHBoxLayout* rowOf(QWidget* bar) {
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, 0, 0, 0);
  return row;
}

}  // namespace

ChipControls::ChipControls(QWidget* parent)
    : QWidget(parent),
      chip_(new QComboBox),
      method_(new QComboBox),
      seed_(new QSpinBox),
      limit_(new QDoubleSpinBox),
      progress_(new QProgressBar),
      colours_(new QComboBox),
      find_(new QLineEdit),
      state_(new QLabel),
      last_(kFirstChip) {
  setObjectName("chipControls");
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(makePlacing());
  column->addWidget(makeLooking());
  column->addWidget(makeState());
  late_.setSingleShot(true);
  late_.setInterval(kLateMilliseconds);
  connect(&late_, &QTimer::timeout, this, [this] { showBusy(true); });
  setBusy(false);
  setPlaced(false, false);
  setFaults(0);
}

QWidget* ChipControls::makePlacing() {
  auto* bar = new QWidget;
  QHBoxLayout* row = rowOf(bar);
  named(chip_, "chip", tr("Chip"),
        tr("Which chip: chimera:16, pegasus:16, zephyr:15, other sizes, or a file that lists its "
           "qubits and couplers"));
  chip_->setEditable(true);
  chip_->setInsertPolicy(QComboBox::NoInsert);
  chip_->setMinimumContentsLength(11);
  chip_->addItems({"chimera:16", kFirstChip, "zephyr:15", "zephyr:12", tr("From a file…")});
  chip_->setCurrentText(kFirstChip);
  connect(chip_, &QComboBox::activated, this, &ChipControls::chooseChip);
  connect(chip_->lineEdit(), &QLineEdit::editingFinished, this, [this] {
    if (chip_->currentText() == last_ ||
        chip_->currentText() == chip_->itemText(chip_->count() - 1))
      return;
    last_ = chip_->currentText();
    emit chipChosen();
  });
  named(method_, "embedMethod", tr("Method"),
        tr("How the network is placed. Crossing lines: each layer becomes a bundle of lines that "
           "cross those of the next. Heuristic: chains one by one, for any network"));
  method_->addItems({tr("automatic"), tr("crossing lines"), tr("heuristic")});
  connect(method_, &QComboBox::activated, this, &ChipControls::settingsChanged);
  named(seed_, "embedSeed", tr("Seed of the heuristic"),
        tr("The heuristic is random: another seed, another embedding"));
  seed_->setPrefix(tr("seed "));
  seed_->setRange(1, 1'000'000);
  seed_->setKeyboardTracking(false);
  connect(seed_, &QSpinBox::valueChanged, this, &ChipControls::settingsChanged);
  named(limit_, "embedLimit", tr("Time limit"), tr("After which a search gives up"));
  limit_->setSuffix(tr(" s"));
  limit_->setDecimals(0);
  limit_->setRange(1, 3600);
  limit_->setValue(kTimeLimit);
  embed_ = makeTextButton(Glyph::Chip, tr("Embed"), tr("Place the network on this chip (R)"),
                          "embedNow");
  cancel_ =
      makeTextButton(Glyph::Stop, tr("Stop"), tr("End the search (R begins again)"), "embedCancel");
  connect(embed_, &QToolButton::clicked, this, &ChipControls::embedAsked);
  connect(cancel_, &QToolButton::clicked, this, &ChipControls::cancelAsked);
  named(progress_, "embedProgress", tr("Progress of the search"), {});
  progress_->setRange(0, 1000);
  progress_->setTextVisible(false);
  progress_->setMaximumHeight(8);
  for (QWidget* widget :
       std::initializer_list<QWidget*>{chip_, method_, seed_, limit_, embed_, cancel_})
    row->addWidget(widget);
  row->addWidget(makeMenu());
  row->addWidget(progress_, 1);
  row->addStretch();
  new ShedsWords(bar);
  return bar;
}

QWidget* ChipControls::makeLooking() {
  auto* bar = new QWidget;
  QHBoxLayout* row = rowOf(bar);
  named(colours_, "chainColours", tr("Colours"), tr("What the colour of a chain says"));
  colours_->addItems({tr("colour: layer"), tr("colour: neuron")});
  connect(colours_, &QComboBox::activated, this, &ChipControls::coloursChosen);
  named(find_, "findOnChip", tr("Find"),
        tr("A neuron, like 2.7 for layer 2, neuron 7, or a qubit's number (Ctrl+F)"));
  find_->setPlaceholderText(tr("find 2.7 or a qubit"));
  find_->setClearButtonEnabled(true);
  connect(find_, &QLineEdit::returnPressed, this, [this] { emit findAsked(find_->text()); });
  mark_ = makeTextButton(Glyph::Clear, tr("Mark faults"),
                         tr("While it is pressed, a click on a qubit marks it as faulty"),
                         "markFaults");
  mark_->setCheckable(true);
  connect(mark_, &QToolButton::toggled, this, &ChipControls::markingToggled);
  clear_ = makeTextButton(Glyph::Reset, {}, tr("Let all marked qubits work again"), "clearFaults");
  connect(clear_, &QToolButton::clicked, this, &ChipControls::clearFaultsAsked);
  play_ =
      makeTextButton(Glyph::Play, tr("Anneal"),
                     tr("Settle one image of the test set after the other on the chip, by "
                        "simulated annealing: spins and broken chains (Space; a full stop takes "
                        "one)"),
                     "chipPlay");
  play_->setCheckable(true);
  connect(play_, &QToolButton::toggled, this, &ChipControls::playToggled);
  row->addWidget(colours_);
  row->addWidget(find_, 1);
  row->addWidget(mark_);
  row->addWidget(clear_);
  row->addWidget(play_);
  new ShedsWords(bar);
  return bar;
}

QToolButton* ChipControls::makeMenu() {
  auto* button = makeTextButton(Glyph::Save, tr("File"), tr("Open, save or copy what was found"),
                                "embeddingMenu");
  auto* menu = new QMenu(button);
  menu->addAction(tr("Open embedding…"), this, &ChipControls::openAsked)
      ->setObjectName("openEmbedding");
  save_ = menu->addAction(tr("Save embedding…"), this, &ChipControls::saveAsked);
  save_->setObjectName("saveEmbedding");
  copy_ = menu->addAction(tr("Copy statistics"), this, &ChipControls::copyAsked);
  copy_->setObjectName("copyStatistics");
  button->setMenu(menu);
  button->setPopupMode(QToolButton::InstantPopup);
  return button;
}

QWidget* ChipControls::makeState() {
  auto* bar = new QWidget;
  QHBoxLayout* row = rowOf(bar);
  state_->setObjectName("chipState");
  state_->setWordWrap(true);
  state_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  example_ = makeTextButton(
      Glyph::Annealing, tr("Open an example"),
      tr("Opens the preset ising-digits, 784-120-40 spins; that can be undone"), "chipExample");
  connect(example_, &QToolButton::clicked, this, &ChipControls::exampleAsked);
  row->addWidget(state_, 1);
  row->addWidget(example_);
  example_->hide();
  return bar;
}

void ChipControls::chooseChip(int index) {
  if (index == chip_->count() - 1) {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open chip"), {},
                                                      tr("Chips (*.txt *.gz);;All files (*)"));
    chip_->setCurrentText(path.isEmpty() ? last_ : path);
  }
  chip_->lineEdit()->setCursorPosition(0);
  if (chip_->currentText() == last_) return;
  last_ = chip_->currentText();
  emit chipChosen();
}

std::string ChipControls::chip() const { return last_.trimmed().toStdString(); }

void ChipControls::setChip(const QString& chip) {
  last_ = chip;
  chip_->setCurrentText(chip);
}

EmbedMethod ChipControls::method() const {
  constexpr EmbedMethod all[] = {EmbedMethod::Auto, EmbedMethod::Structured,
                                 EmbedMethod::Heuristic};
  return all[std::clamp(method_->currentIndex(), 0, 2)];
}

std::uint64_t ChipControls::seed() const { return static_cast<std::uint64_t>(seed_->value()); }

double ChipControls::timeLimit() const { return limit_->value(); }

ChainColours ChipControls::colours() const {
  return colours_->currentIndex() == 1 ? ChainColours::Neuron : ChainColours::Layer;
}

void ChipControls::setBusy(bool busy) {
  // Searches of a moment do not make buttons jump.
  if (busy) return late_.start();
  late_.stop();
  showBusy(false);
}

void ChipControls::showBusy(bool busy) {
  embed_->setVisible(!busy);
  cancel_->setVisible(busy);
  progress_->setVisible(busy);
  progress_->setValue(0);
  if (busy) setState(tr("placing the network …"), false);
}

void ChipControls::setProgress(double share) {
  progress_->setValue(static_cast<int>(share * 1000));
}

void ChipControls::setPlaying(bool playing) {
  const QSignalBlocker quiet(play_);
  play_->setChecked(playing);
}

void ChipControls::setFaults(int count) {
  clear_->setEnabled(count > 0);
  clear_->setText(tr("%L1 faults").arg(count));
}

void ChipControls::setPlaced(bool placed, bool readable) {
  save_->setEnabled(placed);
  copy_->setEnabled(placed);
  play_->setEnabled(placed && readable);
}

void ChipControls::setState(const QString& text, bool wrong) {
  state_->setText(text);
  fitState();
  QPalette colours = palette();
  if (wrong) colours.setColor(QPalette::WindowText, Theme::of(this).wrong);
  state_->setPalette(colours);
}

void ChipControls::setExample(bool offered) {
  example_->setVisible(offered);
  fitState();
}

void ChipControls::fitState() {
  // Layouts keep the height of a text that is no longer there, or cut one that is.
  const QSize button = example_->isHidden() ? QSize() : example_->sizeHint();
  const int room = width() - (button.isEmpty() ? 0 : button.width() + 8);
  const int lines = state_->heightForWidth(std::max(100, room));
  state_->parentWidget()->setFixedHeight(
      std::max({lines, button.height(), fontMetrics().height()}));
}

void ChipControls::resizeEvent(QResizeEvent*) { fitState(); }

void ChipControls::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange)
    QMetaObject::invokeMethod(this, &ChipControls::fitState, Qt::QueuedConnection);
  QWidget::changeEvent(event);
}

void ChipControls::focusFind() {
  find_->setFocus();
  find_->selectAll();
}

QString ChipControls::state() const { return state_->text(); }

}  // namespace nudge
