#include "app/classics/BoltzmannPage.h"

#include <utility>

#include <QGridLayout>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include "widgets/ColourScales.h"
#include "widgets/NumberText.h"
#include "widgets/PictureGrid.h"
#include "widgets/SeriesPlot.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {

const std::vector<int> kUnits{784, 64, 49, 36};
constexpr int kSide = 28;
constexpr int kDreamSteps = 200;
constexpr int kPosedEpochs = 6;

QImage picture(const Eigen::Ref<const Vector>& pixels, bool isSigned) {
  QImage image(kSide, kSide, QImage::Format_RGB32);
  const double reach = std::max(1e-9, static_cast<double>(pixels.cwiseAbs().maxCoeff()));
  for (int i = 0; i < kSide * kSide; ++i) {
    const auto value = static_cast<double>(pixels[i]);
    image.setPixel(i % kSide, i / kSide,
                   isSigned ? ColourScales::ofSigned(value, reach)
                            : ColourScales::at(ColourScale::Cividis, value));
  }
  return image;
}

std::vector<QImage> pictures(const Matrix& columns, bool isSigned = false) {
  std::vector<QImage> images;
  for (Eigen::Index i = 0; i < columns.cols(); ++i)
    images.push_back(picture(columns.col(i), isSigned));
  return images;
}

}  // namespace

BoltzmannPage::BoltzmannPage(Session& session)
    : ClassicPage(
          session, "boltzmann", tr("Boltzmann machine"),
          tr("The ancestor of the two phases: one with the data, one left to itself, and their "
             "difference ⟨v h⟩ − ⟨v h⟩ teaches the weights (CD-1). EP keeps the form and nudges "
             "instead, which makes the difference a gradient.")),
      shown_(new PictureGrid(tr("test images v"))),
      rebuilt_(new PictureGrid(tr("reconstructed from h"))),
      filters_(new PictureGrid(tr("what hidden units look for, W"))),
      dreams_(new PictureGrid(tr("generated from noise"))),
      error_(new SeriesPlot) {
  play_ =
      addButton(Glyph::Play, tr("Learn"), tr("CD-1 on 2,000 drawn digits, until paused (Space)"),
                "boltzmannLearn", [this] { setPlaying(!playing_); });
  play_->setCheckable(true);
  addButton(Glyph::Step, tr("Epoch"), tr("Learns for one epoch (.)"), "boltzmannEpoch",
            [this] { stepForward(); });
  addButton(Glyph::Features, tr("Generate"),
            tr("Gibbs sampling from noise: hidden and visible units drawn in turn, 200 times"),
            "boltzmannGenerate", [this] { dream(); });
  add_ =
      addButton(Glyph::Add, tr("Add layer"),
                tr("A machine on top, that learns what this one makes of the data: a deep belief "
                   "network"),
                "boltzmannAdd", [this] { addLayer(); });
  addButton(Glyph::Restart, tr("Begin anew"), tr("Forgets what was learnt (R)"), "boltzmannAnew",
            [this] { restart(); });
  bar().addStretch();
  shown_->setObjectName("boltzmannShown"), rebuilt_->setObjectName("boltzmannRebuilt");
  filters_->setObjectName("boltzmannFilters"), dreams_->setObjectName("boltzmannDreams");
  for (PictureGrid* grid : {shown_, rebuilt_, filters_}) grid->setHint(tr("press Learn"));
  dreams_->setHint(tr("press Generate"));
  error_->setObjectName("boltzmannError");
  error_->setTitle(tr("reconstruction error"));
  error_->setAxes(tr("epoch"), tr("(v − v′)²"));
  error_->setHint(tr("press Learn"));
  error_->setExplanation(
      tr("<b>Reconstruction error</b><br>Mean square of v minus what one step "
         "down from the hidden units makes of it."));
  auto* grid = new QGridLayout;
  grid->addWidget(shown_, 0, 0);
  grid->addWidget(rebuilt_, 0, 1);
  grid->addWidget(filters_, 0, 2, 2, 1);
  grid->addWidget(dreams_, 1, 1);
  grid->addWidget(error_, 1, 0);
  for (int column = 0; column < 3; ++column) grid->setColumnStretch(column, column == 2 ? 4 : 3);
  body().addLayout(grid, 1);
  connect(&trainer_, &BoltzmannTrainer::done, this, &BoltzmannPage::take);
  connect(&trainer_, &BoltzmannTrainer::failed, this, [this](const QString& message) {
    waiting_ = dreaming_ = false;
    setPlaying(false);
    say(message);
  });
  restart();
}

void BoltzmannPage::restart() {
  setPlaying(false);
  network_.reset();
  ++life_;
  dreaming_ = false;
  layer_ = 0;
  errors_.assign(1, {});
  add_->setEnabled(true);
  for (PictureGrid* grid : {shown_, rebuilt_, filters_, dreams_}) grid->setPictures({});
  error_->setSeries({});
  tell("boltzmann.epoch", 0);
  say(tr("784 visible units, a pixel each, and 64 hidden ones. Press Learn."));
}

void BoltzmannPage::setPlaying(bool playing) {
  playing_ = playing;
  play_->setChecked(playing);
  if (!playing) return;
  did("boltzmann.learn");
  if (!waiting_) learn();
}

void BoltzmannPage::ask(int dreamSteps) {
  BoltzmannRequest request;
  request.network = network_;
  request.units = kUnits;
  request.layer = layer_;
  request.epoch = static_cast<int>(errors_[static_cast<std::size_t>(layer_)].size());
  request.dream = dreamSteps;
  request.life = life_;
  waiting_ = true;
  trainer_.request(std::move(request));
}

void BoltzmannPage::stepForward() {
  setPlaying(false);
  if (waiting_) return;
  did("boltzmann.learn");
  learn();
}

void BoltzmannPage::dream() {
  if (!network_) return say(tr("It knows nothing yet: press Learn."));
  setPlaying(false);
  did("boltzmann.generate");
  if (waiting_) {
    dreaming_ = true;
  } else {
    ask(kDreamSteps);
  }
}

void BoltzmannPage::addLayer() {
  if (errors_.back().empty()) return say(tr("The machine beneath has to learn first."));
  ++layer_;
  ++life_;
  errors_.emplace_back();
  tell("boltzmann.epoch", 0);
  add_->setEnabled(layer_ + 2 < static_cast<int>(kUnits.size()));
  did("boltzmann.add");
  say(tr("Layer %1 has %2 units, whose data is what the %3 beneath make of the images. Press "
         "Learn.")
          .arg(layer_ + 1)
          .arg(kUnits[static_cast<std::size_t>(layer_) + 1])
          .arg(kUnits[static_cast<std::size_t>(layer_)]));
}

void BoltzmannPage::take(const BoltzmannResult& result) {
  waiting_ = false;
  if (result.of.life == life_) {
    if (result.of.dream > 0) {
      dreams_->setPictures(pictures(result.dreams));
    } else {
      showEpoch(result);
    }
  }
  if (std::exchange(dreaming_, false)) return ask(kDreamSteps);
  if (posing_ > 0 && --posing_ == 0) return dream();
  if (playing_ || posing_ > 0) learn();
}

void BoltzmannPage::showEpoch(const BoltzmannResult& result) {
  network_ = result.network;
  shown_->setPictures(pictures(result.shown));
  rebuilt_->setPictures(pictures(result.rebuilt));
  filters_->setPictures(pictures(result.filters, true));
  errors_[static_cast<std::size_t>(layer_)].push_back(result.error);
  std::vector<Series> series;
  for (std::size_t n = 0; n < errors_.size(); ++n) {
    Series one{tr("layer %1").arg(n + 1), {}, errors_[n], {}, [n](const Theme& theme) {
                 return theme.layerColour(static_cast<int>(n) + 1);
               }};
    for (std::size_t i = 0; i < errors_[n].size(); ++i) one.x.push_back(static_cast<double>(i + 1));
    series.push_back(std::move(one));
  }
  error_->setSeries(std::move(series));
  tell("boltzmann.error", result.error);
  tell("boltzmann.epoch", errors_[static_cast<std::size_t>(layer_)].size());
  say(tr("layer %1, epoch %2: error %3")
          .arg(layer_ + 1)
          .arg(errors_[static_cast<std::size_t>(layer_)].size())
          .arg(threeDigits(result.error)));
}

void BoltzmannPage::hideEvent(QHideEvent* event) {
  ClassicPage::hideEvent(event);
  setPlaying(false);
}

void BoltzmannPage::pose() {
  posing_ = kPosedEpochs;
  learn();
}

}  // namespace nudge
