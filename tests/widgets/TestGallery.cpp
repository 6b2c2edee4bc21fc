#include <QtTest>

#include "core/machine/MachineSettings.h"
#include "core/network/NetworkSpec.h"
#include "tests/TestProgram.h"
#include "tests/widgets/AnnealingPage.h"
#include "tests/widgets/Samples.h"
#include "widgets/CellsView.h"
#include "widgets/ChangedStrip.h"
#include "widgets/EnergyPlot.h"
#include "widgets/ErrorPlot.h"
#include "widgets/FieldRow.h"
#include "widgets/FlipPlot.h"
#include "widgets/Icons.h"
#include "widgets/InputView.h"
#include "widgets/LossPlot.h"
#include "widgets/NetworkView.h"
#include "widgets/OutputsView.h"
#include "widgets/ScalingPlot.h"
#include "widgets/SettingsForm.h"
#include "widgets/StatusStrip.h"
#include "widgets/Theme.h"
#include "widgets/TimeBar.h"
#include "widgets/TrajectoryPlot.h"
#include "widgets/WatchedView.h"
#include "widgets/WorkspaceBar.h"

using namespace nudge;

namespace {

/// Learning settings of all kinds, as a form meets them.
struct Learning {
  double beta = 2;
  double gamma = 1e-6;
  std::vector<double> rates{0.1, 0.05};
  bool learnt = true;
  int batch = 64;
};

FieldValues values;

std::vector<FieldInfo> formFields() {
  FieldTable<Learning> learning;
  learning.add(&Learning::beta, "beta", "Nudging factor", "β", "How hard the outputs are pulled")
      .range(-100, 100)
      .changesLive();
  learning.add(&Learning::gamma, "gamma", "Adaptivity rate", "γ", "How fast the momentum moves")
      .above(0, 1)
      .changesLive();
  learning.add(&Learning::rates, "rates", "Learning rates of biases", "η", "One a layer")
      .range(0, 1);
  learning.add(&Learning::learnt, "learn_alpha", "Learn scaling factors", "α", "");
  learning.add(&Learning::batch, "batch", "Mini-batch size", "", "Images a step")
      .range(1, 1000)
      .in("images")
      .folded();
  struct All {
    NetworkSpec network;
    MachineSettings machine;
    Learning learning;
  };
  FieldTable<All> all;
  all.include("network", &All::network, NetworkSpec::fields());
  all.include("machine", &All::machine, MachineSettings::fields());
  all.include("learning", &All::learning, std::move(learning).take());
  const Fields<All> fields = std::move(all).take();
  values = valuesOf(fields, All());
  return infosOf(fields);
}

QWidget* form() {
  auto* area = new QScrollArea;
  auto* made = new SettingsForm(formFields());
  made->setPreset(values);
  FieldValues other = values;
  other["learning.beta"] = 0.5;
  other["machine.T"] = 120;
  made->setValues(other);
  made->setProblem("machine.dt", "0 is not allowed; it must be greater than 0 and at most 1.");
  area->setWidget(made);
  area->setWidgetResizable(true);
  area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  made->row("network.sigma");
  made->reveal("network.sigma");
  return area;
}

QWidget* dynamics() {
  auto* page = new QWidget;
  auto* grid = new QGridLayout(page);
  auto* watched = new WatchedView;
  NetworkSpec network;
  network.layers = {784, 512, 100, 10};
  watched->setNetwork(network);
  watched->setWatched(samples::watched({512, 100, 10}));
  watched->layer(1)->setSelected(40);
  auto* states = new TrajectoryPlot;
  const auto t = samples::trajectory({64, 32, 10});
  states->setTrajectory(t);
  states->setNeurons({{1, 4}, {1, 7}, {2, 3}, {3, 1}});
  states->setThreshold(0.5);
  auto* energy = new EnergyPlot;
  energy->setTrajectory(t);
  auto* strip = new ChangedStrip;
  strip->setTrajectory(t);
  auto* bar = new TimeBar;
  bar->setSpan(20, 10, 2);
  for (PhasePlot* plot : {static_cast<PhasePlot*>(states), static_cast<PhasePlot*>(energy)}) {
    plot->setIndex(24);
  }
  strip->setIndex(24);
  bar->setIndex(24);
  grid->addWidget(watched, 0, 0, 1, 3);
  grid->addWidget(states, 1, 0);
  grid->addWidget(energy, 1, 1);
  grid->addWidget(strip, 1, 2);
  grid->addWidget(bar, 2, 0, 1, 3);
  grid->setRowStretch(0, 5);
  grid->setRowStretch(1, 4);
  grid->setColumnStretch(0, 4);
  grid->setColumnStretch(1, 3);
  grid->setColumnStretch(2, 2);
  return page;
}

QWidget* training() {
  auto* page = new QWidget;
  auto* grid = new QGridLayout(page);
  int at = 0;
  for (EpochPlot* plot :
       {static_cast<EpochPlot*>(new ErrorPlot), static_cast<EpochPlot*>(new FlipPlot),
        static_cast<EpochPlot*>(new LossPlot), static_cast<EpochPlot*>(new ScalingPlot)}) {
    plot->setEpochs(20);
    plot->setEarlier({{"run 1", samples::epochs(20, 2, 1.3)}});
    plot->setHistory(samples::epochs(9), samples::live(9.6));
    grid->addWidget(plot, at / 2, at % 2);
    ++at;
  }
  return page;
}

QWidget* network() {
  auto* view = new NetworkView;
  NetworkSpec spec;
  spec.layers = {784, 512, 128, 10};
  view->setNetwork(spec);
  view->setSelected(1);
  return view;
}

QWidget* frame() {
  auto* page = new QWidget;
  auto* grid = new QGridLayout(page);
  grid->setContentsMargins(0, 0, 0, 0);
  auto* bar = new WorkspaceBar;
  bar->addWorkspace(Glyph::Network, "Network", "");
  bar->addWorkspace(Glyph::Dynamics, "Dynamics", "");
  bar->addWorkspace(Glyph::Training, "Training", "");
  bar->addWorkspace(Glyph::Annealing, "Annealing", "");
  bar->addWorkspace(Glyph::Chip, "Chip", "");
  bar->addWorkspace(Glyph::Features, "Features", "");
  bar->addWorkspace(Glyph::Lessons, "Lessons", "");
  bar->setCurrent(1);
  auto* status = new StatusStrip;
  status->setState("training");
  status->setRunning(true);
  status->setSnapshot(samples::snapshot());
  status->setWarnings({"layer 1: no flips", "layer 2: saturated"});
  grid->addWidget(bar, 0, 0);
  grid->addWidget(dynamics(), 0, 1);
  auto* settings = form();
  settings->setFixedWidth(300);
  grid->addWidget(settings, 0, 2);
  grid->addWidget(status, 1, 0, 1, 3);
  return page;
}

QWidget* cells() {
  auto* page = new QWidget;
  auto* row = new QHBoxLayout(page);
  for (int count : {3, 40, 700, 8192}) {
    auto* view = new CellsView;
    const Vector free = samples::activations(count);
    view->setLayer(QStringLiteral("layer 1 · %L1").arg(count), Theme::of(view).layerColour(1));
    view->setReference(&free);
    view->setActivations(samples::changed(free, 19));
    view->setPhase(Phase::Nudge);
    view->setSelected(count / 2);
    row->addWidget(view);
  }
  auto* outputs = new OutputsView;
  const Vector many = samples::activations(100);
  outputs->setOutputs(many, samples::targetsOf(3, 100, 10).col(0), 10);
  row->addWidget(outputs);
  return page;
}

QWidget* empty() {
  auto* page = new QWidget;
  auto* grid = new QGridLayout(page);
  grid->addWidget(new TrajectoryPlot, 0, 0);
  grid->addWidget(new EnergyPlot, 0, 1);
  grid->addWidget(new ErrorPlot, 0, 2);
  grid->addWidget(new FlipPlot, 1, 0);
  grid->addWidget(new CellsView, 1, 1);
  grid->addWidget(new InputView, 1, 2);
  grid->addWidget(new OutputsView, 1, 3);
  grid->addWidget(new ChangedStrip, 0, 3);
  return page;
}

}  // namespace

/// Draws every widget in both shades, at both sizes and in presentation mode. With NUDGE_GALLERY
/// set to a folder the pictures stay there to be looked at.
class TestGallery : public QObject {
  Q_OBJECT
 private slots:
  void draws_data() {
    QTest::addColumn<QString>("page");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("presentation");
    QTest::addColumn<QSize>("size");
    const QSize small(1280, 720);
    const QSize large(1920, 1080);
    for (const char* page :
         {"frame", "training", "network", "cells", "empty", "annealing", "studies"}) {
      const QString name = QString::fromLatin1(page);
      QTest::newRow(qPrintable(name + "-light")) << name << false << false << small;
      QTest::newRow(qPrintable(name + "-dark")) << name << true << false << large;
      QTest::newRow(qPrintable(name + "-projector")) << name << false << true << large;
    }
    QTest::newRow("frame-projector-small") << QStringLiteral("frame") << true << true << small;
    QTest::newRow("form-light") << QStringLiteral("form") << false << false << QSize(300, 900);
    QTest::newRow("form-dark") << QStringLiteral("form") << true << true << QSize(360, 900);
  }

  void draws() {
    QFETCH(QString, page);
    QFETCH(bool, dark);
    QFETCH(bool, presentation);
    QFETCH(QSize, size);
    Theme::apply(*qApp, dark ? Theme::Shade::Dark : Theme::Shade::Light, presentation);
    static const std::map<QString, QWidget* (*)()> pages{{"frame", frame},
                                                         {"training", training},
                                                         {"network", network},
                                                         {"cells", cells},
                                                         {"empty", empty},
                                                         {"form", form},
                                                         {"annealing", annealingPage},
                                                         {"studies", annealingStudies}};
    std::unique_ptr<QWidget> widget(pages.at(page)());
    widget->resize(size);
    widget->show();
    QVERIFY(QTest::qWaitForWindowExposed(widget.get()));
    QCoreApplication::processEvents();
    QCOMPARE(widget->size(), size);  // nothing asked for more room than there is
    const QImage picture = widget->grab().toImage();
    QCOMPARE(qGray(picture.pixel(2, size.height() / 2)) < 128, dark);
    const QByteArray folder = qgetenv("NUDGE_GALLERY");
    if (folder.isEmpty()) return;
    QVERIFY(picture.save(QString::fromLocal8Bit(folder) + "/" + QTest::currentDataTag() + ".png"));
  }

  void cleanupTestCase() { Theme::apply(*qApp, Theme::Shade::Light); }
};

QTEST_MAIN(TestGallery)
#include "TestGallery.moc"
