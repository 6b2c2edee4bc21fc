#include "app/MovedNeurons.h"

#include <algorithm>
#include <numeric>

namespace nudge {

std::vector<NeuronId> interestingNeurons(const Trajectory& trajectory) {
  const Frame& free = trajectory.frames[static_cast<std::size_t>(trajectory.freeSteps)];
  const Frame& nudged = trajectory.frames.back();
  std::vector<NeuronId> chosen;
  const std::size_t perLayer = std::max<std::size_t>(1, 6 / free.states.size());
  for (std::size_t n = 0; n < free.states.size(); ++n) {
    const Vector moved = (nudged.states[n].col(0) - free.states[n].col(0)).cwiseAbs();
    std::vector<int> order(static_cast<std::size_t>(moved.size()));
    std::iota(order.begin(), order.end(), 0);
    const std::size_t count = std::min(perLayer, order.size());
    std::partial_sort(
        order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count), order.end(),
        [&](int a, int b) { return moved[a] != moved[b] ? moved[a] > moved[b] : a < b; });
    for (std::size_t k = 0; k < count; ++k) chosen.push_back({static_cast<int>(n) + 1, order[k]});
  }
  return chosen;
}

NeuronId changedNeuron(const Trajectory& trajectory, int index, int layer) {
  const auto n = static_cast<std::size_t>(layer - 1);
  const auto at = [&](int time) {
    return trajectory.frames[static_cast<std::size_t>(time)].activations[n].col(0);
  };
  Eigen::Index most = 0;
  (at(index) - at(std::min(index, trajectory.freeSteps))).cwiseAbs().maxCoeff(&most);
  return {layer, static_cast<int>(most)};
}

}  // namespace nudge
