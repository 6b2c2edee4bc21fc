#include "app/classics/CutPage.h"

#include <algorithm>
#include <filesystem>
#include <functional>

#include <fmt/format.h>

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QSpinBox>
#include <QVBoxLayout>

#include "core/base/Error.h"
#include "core/chip/SourceGraph.h"
#include "core/classics/CutGraphs.h"
#include "core/ising/ProblemFile.h"
#include "widgets/CutView.h"
#include "widgets/MessageText.h"
#include "widgets/NumberText.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {

constexpr int kSweeps = 100;
constexpr std::size_t kMostNodes = 200;
constexpr std::uintmax_t kLargestFile = 4 << 20;

/// A file of edges, or an Ising problem without fields.
WeightedGraph readGraph(const std::string& path) {
  WeightedGraph graph;
  // Read here, while the window waits.
  std::error_code unknown;
  if (const auto size = std::filesystem::file_size(path, unknown); !unknown && size > kLargestFile)
    throw Error(fmt::format("{}: is larger than {} bytes, more than such a file can be.", path,
                            kLargestFile));
  try {
    const SourceGraph source = openSource(path);
    graph.nodes = static_cast<std::size_t>(source.variables);
    for (const auto& [i, j] : source.edges) graph.edges.push_back({i, j, 1});
  } catch (const Error&) {
    graph = graphOf(readProblem(path));
  }
  if (graph.nodes > kMostNodes || graph.edges.empty()) {
    throw Error(
        fmt::format("{}: a graph to draw has edges, and at most {} nodes.", path, kMostNodes));
  }
  return graph;
}

}  // namespace

CutPage::CutPage(Session& session)
    : ClassicPage(session, "cut", tr("Max-Cut"),
                  tr("The task that Ising machines are built for: divide the nodes so that as many "
                     "edges as possible are cut. With J = 1 on every edge E = Σ J − 2·cut: the "
                     "ground state is the answer. EP writes its questions into J and h instead.")),
      view_(new CutView),
      cuts_(new SeriesPlot),
      job_(
          this,
          [](const CutRequest& request, const std::stop_token& stop) {
            return std::pair(request, solveCut(request, stop));
          },
          [this](const auto& solved) { show(solved.first, solved.second); },
          [this](const QString& message) { say(message); }) {
  kind_ = addChoice(
      "cutKind", tr("Graph"),
      {tr("random"), tr("ring"), tr("Petersen"), tr("3-regular"), tr("torus"), tr("random ±1")},
      tr("Which graph; negative weights are dashed and better not cut"));
  nodes_ = addNumber("cutNodes", tr("nodes "), 3, 200, 16, tr("How many nodes it has"));
  addButton(Glyph::Restart, tr("New graph"), tr("Another graph of this kind (R)"), "cutNew",
            [this] { newGraph(); });
  addButton(Glyph::Open, tr("Open…"),
            tr("A file of edges “i j”, or an Ising problem without fields"), "cutOpen",
            [this] { openGraph(); });
  solver_ = addChoice("cutSolver", tr("Solver"),
                      {tr("all states"), tr("simulated annealing"), tr("quantum annealing"),
                       tr("memristors with noise"), tr("on a chip")},
                      tr("What looks for the largest cut; all states only up to 24 nodes"));
  solver_->setCurrentIndex(1);
  reads_ = addNumber("cutReads", tr("reads "), 1, 1000, 50, tr("How often the solver tries"));
  addButton(Glyph::Play, tr("Solve"), tr("Looks for the largest cut (Space)"), "cutSolve",
            [this] { solve(); });
  bar().addStretch();
  cuts_->setObjectName("cutReadsPlot");
  cuts_->setTitle(tr("cuts of the reads, best first"));
  cuts_->setAxes(tr("read"), tr("cut"));
  cuts_->setHint(tr("press Solve"));
  auto* row = new QHBoxLayout;
  row->addWidget(view_, 5);
  row->addWidget(cuts_, 4);
  body().addLayout(row, 1);
  connect(kind_, &QComboBox::activated, this, &CutPage::newGraph);
  connect(nodes_, &QSpinBox::valueChanged, this, &CutPage::newGraph);
  connect(view_, &CutView::sidesEdited, this, [this] {
    showCut();
    did("cut.turn");
  });
  newGraph();
}

void CutPage::newGraph() {
  take(cutGraph(static_cast<CutGraphKind>(kind_->currentIndex()),
                static_cast<std::size_t>(nodes_->value()), ++seed_));
}

void CutPage::openGraph() {
  const QString path = QFileDialog::getOpenFileName(this, tr("Open graph"));
  if (path.isEmpty()) return;
  try {
    take(readGraph(path.toStdString()));
  } catch (const std::exception& error) {
    say(messageText(error.what()));
  }
}

void CutPage::take(const WeightedGraph& graph) {
  graph_ = graph;
  series_.clear();
  cuts_->setSeries({});
  view_->setGraph(graph_, layOut(graph_));
  showCut();
}

void CutPage::showCut() {
  say(tr("%1 nodes, %2 edges; the cut is %3. Click nodes to take them to the other side.")
          .arg(graph_.nodes)
          .arg(graph_.edges.size())
          .arg(view_->cut()));
  tell("cut.value", view_->cut());
}

void CutPage::solve() {
  say(tr("solving …"));
  job_.request(
      {graph_, static_cast<CutSolver>(solver_->currentIndex()), reads_->value(), kSweeps, seed_});
  did("cut.solve");
}

void CutPage::show(const CutRequest& request, const CutAnswer& answer) {
  if (request.graph.nodes != graph_.nodes || request.graph.edges != graph_.edges) return;
  const int solver = static_cast<int>(request.solver);
  const QString name = solver_->itemText(solver);
  view_->setSides(answer.sides);
  tell("cut.value", answer.cut);
  QString words =
      tr("%1: cut %2 in %3 s").arg(name).arg(answer.cut).arg(threeDigits(answer.seconds));
  if (answer.qubits > 0) words += tr(", on %1 qubits").arg(answer.qubits);
  say(words);
  Series series{name, {}, answer.cuts, {}, {}};
  std::sort(series.y.begin(), series.y.end(), std::greater());
  for (std::size_t i = 0; i < series.y.size(); ++i) series.x.push_back(static_cast<double>(i + 1));
  series.colour = [solver](const Theme& theme) { return theme.layerColour(solver + 1); };
  std::erase_if(series_, [&](const Series& other) { return other.name == series.name; });
  series_.push_back(std::move(series));
  cuts_->setSeries(series_);
}

void CutPage::pose() { solve(); }

}  // namespace nudge
