// One selection for the whole program: a neuron picked anywhere is picked everywhere.
#include "app/workspaces/ChipWorkspace.h"
#include "app/workspaces/DynamicsWorkspace.h"
#include "tests/TestProgram.h"
#include "tests/app/WindowFixture.h"
#include "widgets/CellsView.h"
#include "widgets/ChangedStrip.h"
#include "widgets/ChipView.h"
#include "widgets/FeaturesView.h"
#include "widgets/NetworkView.h"
#include "widgets/OutputsView.h"
#include "widgets/SpinRaster.h"

using namespace nudge;
using namespace nudge::test;

namespace {

/// Spins, so that all workspaces have something to show.
struct SpinsWindow : WindowFixture {
  SpinsWindow() {
    Experiment experiment = presetExperiment("ising-digits");
    experiment.network.layers = {experiment.network.layers.front(), 12, 20};
    experiment.network.perClass = 2;
    experiment.data.perClass = 10;
    document().reset(experiment);
  }
  void show(const char* id) {
    window->showWorkspaceNamed(id);
    Workspace& page = window->workspace(window->currentWorkspace());
    QTRY_VERIFY_WITH_TIMEOUT(session().data() && page.complete(), kPatience);
    auto* dynamics = qobject_cast<DynamicsWorkspace*>(&page);
    if (dynamics == nullptr) return;
    const auto& network = document().experiment().network;
    QTRY_VERIFY_WITH_TIMEOUT(
        dynamics->relaxed().trajectory && dynamics->relaxed().request.network == network,
        kPatience);
    QTest::qWait(50);  // until the new cells are laid out
  }
  template <class View>
  View& view() {
    for (auto* found : window->findChildren<View*>())
      if (found->isVisible()) return *found;
    throw std::runtime_error("no such view");
  }
};

}  // namespace

class TestSelection : public QObject {
  Q_OBJECT
 private slots:
  void aCellPickedInDynamicsIsPickedEverywhere() {
    SpinsWindow f;
    f.show("dynamics");
    auto* cells = f.find<CellsView>("cells1");
    QVERIFY(cells != nullptr);
    QTest::mouseClick(cells, Qt::LeftButton, {}, cells->cellRect(7).center().toPoint());
    QVERIFY(f.session().selection().neuron() == std::optional(NeuronId{1, 7}));
    f.show("annealing");
    QTRY_VERIFY_WITH_TIMEOUT(f.view<SpinRaster>().selected() == std::optional(NeuronId{1, 7}),
                             kPatience);
    f.show("chip");
    auto& chip = dynamic_cast<ChipWorkspace&>(f.window->workspace(4));
    QTRY_VERIFY_WITH_TIMEOUT(chip.result().use != nullptr, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(f.view<ChipView>().followed(), 7, kPatience);
    f.show("network");
    QCOMPARE(f.view<NetworkView>().selected(), 1);
    f.show("features");
    QTRY_COMPARE_WITH_TIMEOUT(f.view<FeaturesView>().selectedUnit(), 7, kPatience);
  }

  void aChainPickedOnTheChipIsACurveInDynamics() {
    SpinsWindow f;
    f.show("dynamics");
    f.show("chip");
    auto& chip = dynamic_cast<ChipWorkspace&>(f.window->workspace(4));
    QTRY_VERIFY_WITH_TIMEOUT(chip.result().use != nullptr, kPatience);
    auto& view = f.view<ChipView>();
    const int qubit = chip.result().use->chain(12 + 5).front();  // output 5
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.positionOf(qubit).toPoint());
    QVERIFY(f.session().selection().neuron() == std::optional(NeuronId{2, 5}));
    f.show("features");
    QTRY_COMPARE_WITH_TIMEOUT(f.view<FeaturesView>().chosenClass(), 2, kPatience);
    f.show("dynamics");
    QTRY_COMPARE_WITH_TIMEOUT(f.view<OutputsView>().selected(), 5, kPatience);
  }

  void outputsAndChangedLayersArePickedByHandAndKey() {
    SpinsWindow f;
    f.show("dynamics");
    auto& outputs = f.view<OutputsView>();
    outputs.setFocus();
    QTest::keyClick(&outputs, Qt::Key_Down);
    QTest::keyClick(&outputs, Qt::Key_Down);
    QVERIFY(f.session().selection().neuron() == std::optional(NeuronId{2, 2}));
    QTest::keyClick(&outputs, Qt::Key_Up);
    QVERIFY(f.session().selection().neuron() == std::optional(NeuronId{2, 0}));
    auto& changed = f.view<ChangedStrip>();
    changed.setFocus();
    QTest::keyClick(&changed, Qt::Key_Down);
    QCOMPARE(f.session().selection().neuron()->layer, 1);
    QTest::keyClick(&changed, Qt::Key_Down);
    QCOMPARE(f.session().selection().neuron()->layer, 2);
  }

  void aNeuronThatIsNoLongerThereIsNoTrouble() {
    SpinsWindow f;
    f.show("dynamics");
    f.session().selection().pick(NeuronId{1, 11});
    f.document().resizeLayer(1, 4, true);
    for (const char* id : {"dynamics", "annealing", "chip", "features", "network"}) f.show(id);
    f.session().selection().pick(NeuronId{3, 0});
    f.session().selection().pick(std::nullopt);
    for (const char* id : {"dynamics", "annealing", "chip", "features", "network"}) f.show(id);
  }
};

QTEST_MAIN(TestSelection)
#include "TestSelection.moc"
