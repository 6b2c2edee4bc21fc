#include "app/Embedder.h"

#include <chrono>

#include <fmt/format.h>

#include "core/chip/ChipFile.h"
#include "core/chip/EmbeddingCheck.h"
#include "core/machine/CellPlacement.h"
#include "core/machine/IsingNetwork.h"
#include "core/machine/MachineSettings.h"
#include "widgets/MessageText.h"

namespace nudge {

namespace {

constexpr int kWatchMilliseconds = 60;
constexpr long long kMostNeurons = 20'000;

/// Why the network is no Ising problem; empty where it is one.
std::string whyNotIsing(const NetworkSpec& network) {
  MachineSettings machine;
  machine.kind = MachineKind::Annealing;
  const std::vector<std::string> problems = machine.problems(network);
  return problems.empty() ? std::string() : problems.front();
}

/// Spins of each layer; those of a convolution before and after its pooling.
std::vector<int> spinsOfLayers(const NetworkSpec& network, const IsingNetwork& spins) {
  std::vector<int> sizes;
  std::size_t first = 0;
  for (int n = 1; n <= network.depth(); ++n) {
    const std::size_t end = spins.firstOf(n) + static_cast<std::size_t>(network.size(n));
    sizes.push_back(static_cast<int>(end - first));
    first = end;
  }
  return sizes;
}

/// A network of a single layer has no couplings: any qubits do.
Embedding uncoupled(int variables, const ChipGraph& chip) {
  const auto qubits = chip.qubits();
  if (static_cast<std::size_t>(variables) > qubits.size()) {
    throw Error(fmt::format("{} neurons need {} qubits, {} has {}. Take a larger chip.", variables,
                            variables, chip.shape().text(), qubits.size()));
  }
  Embedding embedding;
  for (int v = 0; v < variables; ++v)
    embedding.chains.push_back({qubits[static_cast<std::size_t>(v)]});
  return embedding;
}

/// In the window's words and language, where messages of the command line speak of graphs and
/// options.
QString forTheWindow(const QString& message) {
  QString text = messageText(message.toStdString());
  text.replace(Embedder::tr("this graph"), Embedder::tr("the network"));
  text.replace(Embedder::tr("a smaller graph"), Embedder::tr("smaller layers"));
  text.replace(Embedder::tr("try --method heuristic"),
               Embedder::tr("choose the method “heuristic” or “automatic”"));
  if (!text.isEmpty() && text.contains(QLatin1Char(' '))) text[0] = text[0].toUpper();
  return text;
}

}  // namespace

Embedder::Embedder(QObject* parent)
    : QObject(parent),
      job_(
          this,
          [this](const EmbedRequest& request, const std::stop_token& quit) {
            return embed(request, quit);
          },
          [this](const EmbedResult& result) {
            EmbedResult told = result;
            told.failure = forTheWindow(result.failure);
            emit done(told);
          },
          [this](const QString& message) {
            EmbedResult result;
            result.failure = message;
            emit done(result);
          }) {
  watch_.setInterval(kWatchMilliseconds);
  connect(&watch_, &QTimer::timeout, this,
          [this] { job_.busy() ? emit progressed(share_) : watch_.stop(); });
}

Embedder::~Embedder() { cancel(); }

void Embedder::request(EmbedRequest request) {
  cancel();
  stop_ = {};
  request.stop = stop_.get_token();
  share_ = 0;
  watch_.start();
  job_.request(std::move(request));
}

void Embedder::cancel() { stop_.request_stop(); }

EmbedResult Embedder::embed(const EmbedRequest& request, const std::stop_token& quit) {
  EmbedResult result;
  result.of = request;
  const auto start = std::chrono::steady_clock::now();
  try {
    const ChipGraph whole = openChip(request.chip);
    result.chip = std::make_shared<const ChipGraph>(whole.withFaults(request.faults, {}));
    place(result);
  } catch (const Cancelled&) {
    if (quit.stop_requested()) throw;
    result.cancelled = true;
  } catch (const Error& error) {
    result.failure = QString::fromUtf8(error.what());
  }
  result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return result;
}

void Embedder::place(EmbedResult& result) {
  const EmbedRequest& request = result.of;
  const NetworkSpec& network = request.network;
  if (const auto problems = network.problems(); !problems.empty()) throw Error(problems.front());
  if (!network.convolutional())
    result.layers.assign(network.layers.begin() + 1, network.layers.end());
  if (network.neurons() > kMostNeurons) {
    throw Error(
        fmt::format("the network has {} neurons; no chip has qubits for more than some "
                    "hundred. Take smaller layers, or begin with an example.",
                    network.neurons()));
  }
  const std::string no = whyNotIsing(network);
  SourceGraph source;
  if (no.empty()) {
    const IsingNetwork spins(network);
    const auto parameters =
        request.parameters ? request.parameters : initial_.of(network, request.networkSeed);
    result.problem = std::make_shared<const IsingProblem>(spins.problem(*parameters));
    result.layers = spinsOfLayers(network, spins);
    if (network.convolutional() || network.inCells()) source = SourceGraph::of(*result.problem);
  } else if (network.convolutional()) {
    throw Error("only convolutions that are an Ising problem can be placed: " + no);
  }
  if (source.variables == 0) source = SourceGraph::layered(result.layers);
  if (!request.search) return;
  Embedding embedding;
  if (!request.file.empty()) {
    embedding = readEmbedding(request.file);
    checkEmbedding(embedding, source, *result.chip, request.file);
  } else if (auto cells = cellPlacement(network, *result.chip);
             cells && request.method == EmbedMethod::Auto) {
    embedding = *std::move(cells);
    result.ownCells = true;
  } else if (source.edges.empty()) {
    embedding = uncoupled(source.variables, *result.chip);
  } else {
    EmbedOptions options;
    options.seed = request.seed;
    options.timeLimit = request.timeLimit;
    options.stop = request.stop;
    options.progress = [this](double share) { share_ = share; };
    FoundEmbedding found = findEmbedding(source, *result.chip, request.method, options);
    checkEmbedding(found.embedding, source, *result.chip, request.chip);
    embedding = std::move(found.embedding);
    result.structured = found.structured;
  }
  result.use = std::make_shared<const ChipUse>(result.chip, std::move(source), std::move(embedding),
                                               result.layers);
}

}  // namespace nudge
