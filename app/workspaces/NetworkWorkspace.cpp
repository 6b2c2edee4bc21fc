#include "app/workspaces/NetworkWorkspace.h"

#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include "app/Session.h"
#include "widgets/MessageText.h"
#include "widgets/NetworkView.h"
#include "widgets/ShedsWords.h"

namespace nudge {

namespace {

QImage pictureOf(const Vector& input, int width, int height) {
  if (input.size() != width * height) return {};
  QImage image(width, height, QImage::Format_Grayscale8);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x)
      image.scanLine(y)[x] = static_cast<uchar>(255 * input[y * width + x]);
  }
  return image;
}

}  // namespace

NetworkWorkspace::NetworkWorkspace(Session& session, QWidget* parent)
    : Workspace(parent), session_(session), view_(new NetworkView) {
  setObjectName("networkWorkspace");
  auto* column = new QVBoxLayout(this);
  column->addWidget(makeButtons());
  column->addWidget(view_, 1);
  Document& document = session_.document();
  connect(view_, &NetworkView::layerResized, &document,
          [&document](int layer, int neurons) { document.resizeLayer(layer, neurons, false); });
  connect(view_, &NetworkView::resizeFinished, &document,
          [&document](int layer, int neurons) { document.resizeLayer(layer, neurons, true); });
  connect(view_, &NetworkView::insertRequested, &document, &Document::insertLayer);
  connect(view_, &NetworkView::removeRequested, &document, &Document::removeLayer);
  connect(&document, &Document::changed, this, &NetworkWorkspace::showDocument);
  connect(&session_, &Session::newsArrived, this, &NetworkWorkspace::showNews);
  connect(&session_.selection(), &Selection::changed, this, [this] {
    if (const auto& neuron = session_.selection().neuron()) view_->setSelected(neuron->layer);
  });
}

QWidget* NetworkWorkspace::makeButtons() {
  auto* bar = new QWidget;
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, 0, 0, 0);
  auto* insert = makeTextButton(
      Glyph::Add, tr("Add layer"),
      tr("Add a hidden layer below the outputs; the + between two layers adds one there"),
      "addLayer");
  auto* remove = makeTextButton(Glyph::Remove, tr("Remove layer"),
                                tr("Remove the selected hidden layer (Delete)"), "removeLayer");
  connect(insert, &QToolButton::clicked, this, [this] {
    session_.document().insertLayer(session_.document().experiment().network.depth());
  });
  auto* convolve = makeTextButton(
      Glyph::Add, tr("Add convolution"),
      tr("Add a convolution with pooling behind the last one, before the fully connected layers"),
      "addConvolution");
  connect(convolve, &QToolButton::clicked, this, [this] {
    Document& document = session_.document();
    document.insertConvolution(static_cast<int>(document.experiment().network.convolutions.size()) +
                               1);
  });
  connect(remove, &QToolButton::clicked, this,
          [this] { session_.document().removeLayer(view_->selected()); });
  row->addWidget(insert);
  row->addWidget(convolve);
  row->addWidget(remove);
  row->addStretch();
  new ShedsWords(bar);
  return bar;
}

void NetworkWorkspace::togglePlay() { session_.togglePlay(); }
void NetworkWorkspace::stepForward() { session_.stepMiniBatch(); }
void NetworkWorkspace::restart() { session_.restart(); }

void NetworkWorkspace::catchUp() {
  showDocument();
  showNews();
}

void NetworkWorkspace::showDocument() {
  if (!isVisible()) return;
  const Experiment& experiment = session_.document().experiment();
  view_->setNetwork(experiment.network);
  QStringList problems;
  for (const std::string& problem : experiment.problems()) problems << messageText(problem);
  view_->setProblems(problems);
}

void NetworkWorkspace::showNews() {
  if (!isVisible() || !session_.hasRun()) return;
  const Snapshot& snapshot = session_.snapshot();
  const auto& samples = session_.data();
  if (snapshot.watched && samples) {
    view_->setInputPicture(
        pictureOf(snapshot.watched->input, samples->train.width, samples->train.height));
  }
  const NetworkSpec& network = session_.document().experiment().network;
  if (!session_.playing() || static_cast<int>(snapshot.flipsOfMiniBatch.size()) != network.depth())
    return;
  std::vector<double> fractions;
  for (int n = 1; n <= network.depth(); ++n) {
    const auto weights = static_cast<double>(network.weightsOf(n));
    fractions.push_back(
        static_cast<double>(snapshot.flipsOfMiniBatch[static_cast<std::size_t>(n - 1)]) / weights);
  }
  view_->flashFlips(fractions);
}

}  // namespace nudge
