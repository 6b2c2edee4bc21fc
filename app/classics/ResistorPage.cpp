#include "app/classics/ResistorPage.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/NumberText.h"
#include "widgets/ResistorView.h"
#include "widgets/SeriesPlot.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {

constexpr std::size_t kTrainSamples = 90, kTestSamples = 150;
constexpr int kInputs = 10, kHidden = 3;
constexpr double kStrength = 0.1;  // η of the clamp, β of the nudge
constexpr double kClampRate = 0.5, kNudgeRate = 5;
constexpr int kEpochMilliseconds = 60;
constexpr std::size_t kMostEpochs = 60;
constexpr int kShownEpochs = 8;

}  // namespace

ResistorPage::ResistorPage(Session& session)
    : ClassicPage(session, "resistors", tr("Resistors that learn"),
                  tr("EP without a computer: voltages settle where the power is least; with the "
                     "output held closer to the target they settle elsewhere, and each resistor "
                     "changes by the difference of its own two voltage drops.")),
      train_(drawFlowers(kTrainSamples, 1)),
      test_(drawFlowers(kTestSamples, 2)),
      network_(kInputs, kHidden, 1, 1),
      view_(new ResistorView),
      error_(new SeriesPlot) {
  rule_ =
      addChoice("resistorRule", tr("Second phase"),
                {tr("coupled learning (clamp)"), tr("equilibrium propagation (nudge)")},
                tr("The output is held a tenth of the way to the target, or pulled by a current"));
  play_ = addButton(Glyph::Play, tr("Learn"), tr("An epoch of 90 flowers after the other (Space)"),
                    "resistorLearn", [this] { setPlaying(!timer_.isActive()); });
  play_->setCheckable(true);
  addButton(Glyph::Step, tr("One flower"), tr("Both states and one change of all resistors (.)"),
            "resistorStep", [this] { stepForward(); });
  addButton(Glyph::Restart, tr("Begin anew"), tr("With fresh resistors (R)"), "resistorAnew",
            [this] { restart(); });
  bar().addStretch();
  QStringList names;
  const QStringList measures{tr("sepal length"), tr("sepal width"), tr("petal length"),
                             tr("petal width")};
  for (const QString& measure : measures) names << measure;
  for (const QString& measure : measures) names << tr("1 − %1").arg(measure);
  names << tr("0 V") << tr("1 V");
  view_->setNames(names, {tr("kind 1"), tr("kind 2"), tr("kind 3")});
  view_->setToolTip(
      tr("Nodes by voltage, wires by conductance. Blue: the output left free; orange: held closer "
         "to the target, the black line"));
  error_->setObjectName("resistorError");
  error_->setTitle(tr("error on 150 other flowers"));
  error_->setAxes(tr("epoch"), tr("error %"));
  error_->setHint(tr("press Learn"));
  auto* row = new QHBoxLayout;
  row->addWidget(view_, 3);
  row->addWidget(error_, 2);
  body().addLayout(row, 1);
  timer_.setInterval(kEpochMilliseconds);
  connect(&timer_, &QTimer::timeout, this, &ResistorPage::learnEpoch);
  connect(rule_, &QComboBox::currentIndexChanged, this, &ResistorPage::showState);
  restart();
}

void ResistorPage::restart() {
  setPlaying(false);
  network_ = ResistiveNetwork(kInputs, kHidden, 1, 1);
  next_ = 0;
  errors_ = {testError()};
  error_->setSeries({});
  tell("resistors.error", errors_.back());
  showState();
  say(tr("Three kinds of flowers, four measures each, as voltages. Press Learn."));
}

void ResistorPage::setPlaying(bool playing) {
  play_->setChecked(playing);
  playing ? timer_.start() : timer_.stop();
  if (playing) did("resistors.learn");
}

void ResistorPage::learnOne() {
  const Eigen::VectorXd inputs =
      flowerInputs(train_.measures.col(static_cast<Eigen::Index>(next_)));
  const Eigen::VectorXd target = Eigen::VectorXd::Constant(1, flowerLevel(train_.kinds[next_]));
  const bool clamp = rule_->currentIndex() == 0;
  const auto rule = clamp ? ResistiveNetwork::Rule::Coupled : ResistiveNetwork::Rule::Nudged;
  const Eigen::VectorXd free = network_.settle(inputs);
  const Eigen::VectorXd taught = network_.settleTaught(inputs, target, free, rule, kStrength);
  network_.step(network_.gradient(free, taught, kStrength), clamp ? kClampRate : kNudgeRate);
  next_ = (next_ + 1) % kTrainSamples;
}

void ResistorPage::learnEpoch() {
  for (std::size_t i = 0; i < kTrainSamples; ++i) learnOne();
  errors_.push_back(testError());
  Series series{tr("test"), {}, errors_, {}, [](const Theme& theme) { return theme.test; }};
  for (std::size_t i = 0; i < errors_.size(); ++i) series.x.push_back(static_cast<double>(i));
  error_->setSeries({series});
  showState();
  tell("resistors.error", errors_.back());
  say(tr("epoch %1: %2 % of 150 other flowers are taken for another kind")
          .arg(errors_.size() - 1)
          .arg(threeDigits(errors_.back())));
  if (errors_.size() > kMostEpochs) setPlaying(false);
}

void ResistorPage::stepForward() {
  setPlaying(false);
  learnOne();
  showState();
  did("resistors.step");
}

double ResistorPage::testError() const {
  int wrong = 0;
  for (std::size_t i = 0; i < kTestSamples; ++i) {
    const Eigen::VectorXd free =
        network_.settle(flowerInputs(test_.measures.col(static_cast<Eigen::Index>(i))));
    wrong += flowerKind(free[free.size() - 1]) == test_.kinds[i] ? 0 : 1;
  }
  return 100.0 * wrong / kTestSamples;
}

void ResistorPage::showState() {
  const Eigen::VectorXd inputs =
      flowerInputs(train_.measures.col(static_cast<Eigen::Index>(next_)));
  const double level = flowerLevel(train_.kinds[next_]);
  const bool clamp = rule_->currentIndex() == 0;
  const Eigen::VectorXd free = network_.settle(inputs);
  const Eigen::VectorXd taught = network_.settleTaught(
      inputs, Eigen::VectorXd::Constant(1, level), free,
      clamp ? ResistiveNetwork::Rule::Coupled : ResistiveNetwork::Rule::Nudged, kStrength);
  view_->setNetwork(network_);
  view_->setStates(free, taught, level);
}

void ResistorPage::hideEvent(QHideEvent* event) {
  ClassicPage::hideEvent(event);
  setPlaying(false);
}

void ResistorPage::pose() {
  for (int epoch = 0; epoch < kShownEpochs; ++epoch) learnEpoch();
}

}  // namespace nudge
