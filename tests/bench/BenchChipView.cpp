// How long the chip view takes to draw a frame, at 1920×1080: Pegasus 16 with 5,640 qubits and
// 40,484 couplers, and K(120,40) on it as 160 chains. Prints; asserts nothing. The goals are 2 ms a
// frame and 60 ms once after a zoom.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <vector>

#include <QApplication>
#include <QElapsedTimer>
#include <QtTest>

#include "core/chip/FindEmbedding.h"
#include "widgets/ChipView.h"
#include "widgets/Theme.h"

using namespace nudge;

namespace {

std::shared_ptr<const ChipUse> placed() {
  auto chip = std::make_shared<const ChipGraph>(ChipGraph::make(ChipShape::parse("pegasus:16")));
  const SourceGraph source = SourceGraph::parse("layers:120,40");
  const FoundEmbedding found = findEmbedding(source, *chip, EmbedMethod::Auto, {});
  return std::make_shared<const ChipUse>(chip, source, found.embedding, source.layers);
}

/// Times of frames, each after `change`; the first few warm the caches up.
void measure(const char* what, double goal, int frames, ChipView& view,
             const std::function<void(int)>& change) {
  constexpr int kWarm = 3;
  std::vector<double> times;
  for (int i = 0; i < frames + kWarm; ++i) {
    change(i);
    QElapsedTimer time;
    time.start();
    view.repaint();
    if (i >= kWarm) times.push_back(static_cast<double>(time.nsecsElapsed()) / 1e6);
  }
  std::sort(times.begin(), times.end());
  std::printf("%-44s median %7.2f  95 %% %7.2f  max %7.2f ms  (goal %g)\n", what,
              times[times.size() / 2], times[times.size() * 95 / 100], times.back(), goal);
}

void drag(ChipView& view, int i) {
  const QPoint middle = view.rect().center();
  if (i == 0) QTest::mousePress(&view, Qt::LeftButton, {}, middle);
  const double angle = i * 0.05;
  QTest::mouseMove(&view, middle + QPoint(static_cast<int>(150 * std::sin(angle)),
                                          static_cast<int>(100 - 100 * std::cos(angle))));
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  Theme::apply(application, Theme::Shade::Light);
  const auto use = placed();
  ChipView view;
  view.resize(1920, 1080);
  view.setUse(use);
  view.show();
  if (!QTest::qWaitForWindowExposed(&view)) return 1;
  std::vector<std::int8_t> spins(static_cast<std::size_t>(use->chip().shape().labels()), 0);
  const auto shake = [&](int i) {
    for (int v = 0; v < use->variables(); ++v) {
      for (const int qubit : use->chain(v))
        spins[static_cast<std::size_t>(qubit)] =
            static_cast<std::int8_t>((v + i) % 2 == 0 ? 1 : -1);
    }
    view.setSpins(spins);
  };
  measure("whole chip, nothing moves", 2, 200, view, [](int) {});
  measure("whole chip, other spins", 2, 200, view, shake);
  measure("whole chip, all edges anew", 60, 20, view,
          [&](int i) { view.follow(i % 2 == 0 ? i : -1); });
  view.follow(-1);
  view.zoom(2.5);
  while (!view.sharp()) QTest::qWait(10);
  view.repaint();
  measure("magnified 2.5 times, dragged", 2, 400, view, [&](int i) { drag(view, i); });
  QTest::mouseRelease(&view, Qt::LeftButton);
  measure("magnified, other spins", 2, 200, view, shake);
  measure("a turn of the wheel, edges scaled", 2, 60, view,
          [&](int i) { view.zoom(i % 2 == 0 ? 1.03 : 1 / 1.03); });
  measure("after it, all edges anew", 60, 20, view,
          [&](int i) { view.follow(i % 2 == 0 ? i : -1); });
  return 0;
}
