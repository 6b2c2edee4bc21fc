#include "app/workspaces/FeaturesWorkspace.h"

#include <algorithm>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QSpinBox>
#include <QVBoxLayout>

#include "app/FeatureText.h"
#include "app/InputPicker.h"
#include "app/Session.h"
#include "core/base/Error.h"
#include "widgets/FeaturesView.h"
#include "widgets/InputView.h"
#include "widgets/MessageText.h"
#include "widgets/NumberText.h"
#include "widgets/SettingsForm.h"
#include "widgets/ShedsWords.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {

constexpr int kTickMilliseconds = 50;
constexpr int kBesideWidth = 190;
constexpr int kSteps = 1000;  // of the progress bar

}  // namespace

FeaturesWorkspace::FeaturesWorkspace(Session& session, QWidget* parent)
    : Workspace(parent),
      session_(session),
      input_(new InputPicker(session)),
      view_(new FeaturesView),
      layer_(new QComboBox),
      class_(new QSpinBox),
      refresh_(makeTextButton(Glyph::Restart, tr("Refresh"),
                              tr("Look again, with the run's newest weights (R)"),
                              "refreshFeatures")),
      progress_(new QProgressBar),
      cancel_(makeTextButton(Glyph::Stop, tr("Cancel"), tr("Stop looking for patterns"),
                             "cancelFeatures")),
      state_(new QLabel),
      hint_(new QLabel(tr("Train first: these are the patterns of random weights."))),
      train_(makeTextButton(Glyph::Play, tr("Train"), tr("Starts the run (Space)"),
                            "trainForFeatures")),
      trust_(new QLabel),
      options_(new SettingsForm(infosOf(FeatureSettings::fields()))) {
  setObjectName("featuresWorkspace");
  auto* row = new QHBoxLayout(this);
  row->addWidget(makeBeside());
  auto* column = new QVBoxLayout;
  column->addWidget(makeBar());
  column->addWidget(view_, 1);
  row->addLayout(column, 1);
  makeOptions();
  ticker_.setInterval(kTickMilliseconds);
  connectAll();
}

QWidget* FeaturesWorkspace::makeBar() {
  auto* bar = new QWidget;
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, 0, 0, 0);
  layer_->setObjectName("featureLayer");
  layer_->setAccessibleName(tr("Hidden layer"));
  layer_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  layer_->setToolTip(tr("The hidden layer n whose most active neurons or channels are shown"));
  class_->setObjectName("featureClass");
  class_->setAccessibleName(tr("Class"));
  class_->setPrefix(tr("class "));
  class_->setToolTip(
      tr("The class whose weights w join its outputs to the hidden neurons; the shown image's "
         "own at first"));
  progress_->setObjectName("featureProgress");
  progress_->setAccessibleName(tr("Progress of the search for patterns"));
  progress_->setRange(0, kSteps);
  progress_->setMaximumWidth(140);
  state_->setObjectName("featureState");
  hint_->setObjectName("featureHint");
  for (QWidget* widget :
       std::initializer_list<QWidget*>{layer_, class_, refresh_, progress_, cancel_, hint_, train_})
    row->addWidget(widget);
  row->addWidget(state_, 1);
  for (QWidget* widget : std::initializer_list<QWidget*>{progress_, cancel_, hint_, train_})
    widget->hide();
  new ShedsWords(bar);
  return bar;
}

QWidget* FeaturesWorkspace::makeBeside() {
  auto* box = new QWidget;
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  // Not so high that its buttons stand far from the image.
  input_->view().setMaximumHeight(kBesideWidth * 3 / 2);
  column->addWidget(input_);
  trust_->setObjectName("featureTrust");
  trust_->setAccessibleName(tr("Accuracy of the copy"));
  trust_->setToolTip(
      tr("The patterns are drawn with a copy of the network that has its weights W and biases b "
         "but nothing coming back from above; where neurons are binary it has HardTanh(g·z) in "
         "place of the step. The more images the copy tells right, the more its patterns say "
         "of the network."));
  trust_->setWordWrap(true);
  trust_->setAlignment(Qt::AlignTop);
  trust_->setTextFormat(Qt::RichText);
  column->addWidget(trust_, 1);
  box->setMaximumWidth(kBesideWidth);
  return box;
}

void FeaturesWorkspace::makeOptions() {
  options_->setObjectName("featureOptions");
  options_->setAccessibleName(tr("How patterns are looked for"));
  options_->setPreset(valuesOf(FeatureSettings::fields(), FeatureSettings()));
  options_->setValues(valuesOf(FeatureSettings::fields(), settings_));
  connect(options_, &SettingsForm::edited, this,
          [this](const QString& key, const Json& value, bool final) {
            if (!final) return;
            for (const auto& field : FeatureSettings::fields()) {
              if (field.key != key.toStdString()) continue;
              try {
                field.set(settings_, value);
                options_->setProblem(key, {});
              } catch (const Error& error) {
                options_->setProblem(key, messageText(error.what()));
              }
            }
            options_->setValues(valuesOf(FeatureSettings::fields(), settings_));
            find();
          });
}

QWidget* FeaturesWorkspace::options() const { return options_; }

void FeaturesWorkspace::connectAll() {
  connect(input_, &InputPicker::samplePicked, this, [this] {
    chooseClass(input_->label());
    find();
  });
  connect(input_, &InputPicker::drawn, this, &FeaturesWorkspace::find);
  connect(input_, &InputPicker::captionChanged, this,
          [this] { input_->view().setCaption(input_->caption()); });
  connect(layer_, &QComboBox::activated, this, &FeaturesWorkspace::find);
  connect(class_, &QSpinBox::valueChanged, this, &FeaturesWorkspace::chooseClass);
  connect(refresh_, &QToolButton::clicked, this, &FeaturesWorkspace::refresh);
  connect(cancel_, &QToolButton::clicked, this, [this] { finder_.cancel(); });
  connect(train_, &QToolButton::clicked, &session_, &Session::play);
  connect(view_, &FeaturesView::classPicked, this, &FeaturesWorkspace::chooseClass);
  connect(view_, &FeaturesView::classPicked, this, [this](int number) {
    const NetworkSpec& network = found_.request.network;
    session_.selection().pick(NeuronId{network.depth(), number * network.perClass});
  });
  connect(view_, &FeaturesView::unitPicked, this, [this](int unit) {
    showSelection();
    const int layer = found_.request.layer;
    // Of a convolution, units are whole maps.
    if (!found_.request.network.isConvolution(layer))
      session_.selection().pick(NeuronId{layer, unit});
  });
  connect(&session_.selection(), &Selection::changed, this, [this] {
    pickedElsewhere_ = true;
    followSelection();
  });
  connect(view_, &FeaturesView::unitPicked, this,
          [this] { session_.facts().did("features.unit"); });
  connect(layer_, &QComboBox::activated, this, [this] { session_.facts().did("features.layer"); });
  connect(input_, &InputPicker::drawn, this, [this] { session_.facts().did("features.draw"); });
  connect(&finder_, &FeatureFinder::found, this, &FeaturesWorkspace::showFound);
  connect(&finder_, &FeatureFinder::failed, this, [this](const QString& message) {
    showProgress();
    state_->setText(message);
  });
  connect(&ticker_, &QTimer::timeout, this, &FeaturesWorkspace::showProgress);
  connect(&session_.document(), &Document::changed, this, &FeaturesWorkspace::showDocument);
  connect(&session_, &Session::dataArrived, this, &FeaturesWorkspace::find);
  connect(&session_, &Session::parametersArrived, this, &FeaturesWorkspace::find);
  connect(&session_, &Session::newsArrived, this, &FeaturesWorkspace::follow);
}

void FeaturesWorkspace::rebuildLayers(const NetworkSpec& network) {
  if (network == network_ && layer_->count() > 0) return;
  network_ = network;
  layer_->clear();
  for (int n = 1; n < network.depth(); ++n)
    layer_->addItem(tr("layer %1 · %2").arg(n).arg(sizeText(network, n)), n);
  layer_->setCurrentIndex(layer_->count() - 1);
  layer_->setEnabled(layer_->count() > 1);
  class_->setMaximum(std::max(0, network.classes() - 1));
}

void FeaturesWorkspace::showDocument() {
  epoch_ = -1;
  find();
}

void FeaturesWorkspace::follow() {
  if (!isVisible()) return;
  const bool run = session_.hasRun() && !session_.restartNeeded();
  hint_->setVisible(!run);
  train_->setVisible(!run);
  if (!run || !session_.parametersOutdated() || finder_.busy()) return;
  // Between epochs only, so that a run that goes on is hardly disturbed.
  const int epoch = session_.snapshot().epoch;
  if (session_.playing() && epoch == epoch_) return;
  epoch_ = epoch;
  session_.requestParameters();
}

void FeaturesWorkspace::refresh() {
  if (session_.hasRun() && session_.parametersOutdated()) return session_.requestParameters();
  asked_ = {};
  find();
}

void FeaturesWorkspace::find() {
  outdated_ = true;
  const Experiment& experiment = session_.document().experiment();
  if (!isVisible() || !session_.data() || !experiment.settleProblems().empty()) return;
  const NetworkSpec& network = experiment.network;
  const Vector& image = input_->input();
  if (image.size() != network.inputs() ||
      static_cast<int>(session_.data()->train.imageSize()) != network.inputs())
    return;
  rebuildLayers(network);
  outdated_ = false;
  FeatureRequest request;
  request.network = network;
  request.machine = experiment.machine;
  request.parameters = session_.parameters();
  request.seed = experiment.seed;
  request.data = session_.data();
  request.settings = settings_;
  request.image = image;
  request.layer = layer_->currentData().toInt();
  request.gentle = session_.playing();
  if (request.sameAs(asked_)) return;
  asked_ = request;
  finder_.request(std::move(request));
  ticker_.start();
}

void FeaturesWorkspace::showProgress() {
  const bool busy = finder_.busy();
  progress_->setVisible(busy);
  cancel_->setVisible(busy);
  state_->setVisible(!busy);
  progress_->setValue(static_cast<int>(kSteps * finder_.progress()));
  if (busy) return;
  ticker_.stop();
  follow();  // the run may have gone on or come to rest meanwhile
}

void FeaturesWorkspace::showFound(const FeaturesFound& found) {
  if (found.cancelled) {
    if (!found.request.sameAs(asked_)) return;  // overtaken by another one
    asked_ = {};
    showProgress();
    return state_->setText(tr("stopped; Refresh looks again"));
  }
  // While a run is followed, the old picture stays until the new one is whole.
  const bool part = found.request.layer > 0 && !found.units;
  if (part && found_.units && found_.request.network == found.request.network &&
      found_.units->layer == found.request.layer)
    return;
  found_ = found;
  view_->setNetwork(found.request.network);
  view_->setClasses(found.classes);
  view_->setUnits(found.units);
  view_->setChosenClass(class_->value());
  session_.facts().set("features.class", class_->value());
  followSelection();
  showTrust();
  showSelection();
  showProgress();
}

void FeaturesWorkspace::showTrust() {
  const auto& epochs = session_.snapshot().epochsDone;
  const bool known = epochs && !epochs->empty();
  trust_->setText(
      trustText(found_, known ? std::optional(100 - epochs->back().testError) : std::nullopt));
}

void FeaturesWorkspace::followSelection() {
  const auto& picked = session_.selection().neuron();
  if (!picked || !found_.classes || !pickedElsewhere_) return;
  const NetworkSpec& network = found_.request.network;
  if (picked->layer == network.depth() && picked->neuron < network.size(picked->layer)) {
    pickedElsewhere_ = false;
    chooseClass(picked->neuron / network.perClass);
  } else if (found_.units && picked->layer == found_.units->layer &&
             !network.isConvolution(picked->layer)) {
    pickedElsewhere_ = false;
    view_->setSelectedUnit(picked->neuron);
    showSelection();
  }
}

void FeaturesWorkspace::showSelection() {
  state_->setText(unitText(found_, view_->selectedUnit(), view_->chosenClass()));
}

void FeaturesWorkspace::chooseClass(int chosen) {
  const QSignalBlocker quiet(class_);
  class_->setValue(chosen);
  view_->setChosenClass(class_->value());
  session_.facts().set("features.class", class_->value());
  showSelection();
}

bool FeaturesWorkspace::complete() const {
  const bool waiting = session_.hasRun() && !session_.playing() && !session_.restartNeeded() &&
                       session_.parametersOutdated();
  const bool whole = found_.classes && (found_.units || found_.request.layer == 0);
  return !waiting && !outdated_ && !finder_.busy() && whole && found_.request.sameAs(asked_);
}

void FeaturesWorkspace::catchUp() {
  epoch_ = -1;
  follow();
  find();
}

void FeaturesWorkspace::togglePlay() { session_.togglePlay(); }
void FeaturesWorkspace::stepForward() { session_.stepMiniBatch(); }
void FeaturesWorkspace::restart() { refresh(); }

}  // namespace nudge
