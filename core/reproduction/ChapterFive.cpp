#include "core/reproduction/ChapterFive.h"

#include <fmt/format.h>

namespace nudge {

namespace {

using Sets = std::vector<std::pair<std::string, Json>>;

/// A figure of chapter 5: errors of a preset over the values of one setting; `all` holds for every
/// case.
Reproduction over(std::string id, std::string title, const char* name, const char* setting,
                  const char* unit, const std::vector<Json>& values, std::string remark,
                  const Sets& all = {}) {
  Reproduction figure{std::move(id),    std::move(title), Drawing::OverSetting, setting, {},
                      std::move(remark)};
  for (const Json& value : values) {
    const Json& shown = value.is_array() ? value[1] : value;
    Sets sets = all;
    sets.emplace_back(setting, value);
    figure.cases.push_back(
        {fmt::format(fmt::runtime(unit), shown.dump()), name, std::move(sets), 0, {}});
  }
  return figure;
}

/// Fig. 5.10 of a network with so many hidden spins.
Reproduction howFarBack(std::string id, int hidden, std::string remark) {
  const std::vector<Json> depths{0.05, 0.15, 0.25, 0.4, 0.55, 0.7, 0.85, 0.95};
  return over(std::move(id),
              fmt::format("Errors against how far back reverse annealing goes, 784-{}-40", hidden),
              "ising-120-weak", "machine.reverse_to", "f = {}", depths, std::move(remark),
              {{"network.layers", Json::array({784, hidden, 40})}});
}

}  // namespace

void addChapterFive(std::vector<Reproduction>& all) {
  all.push_back({"fig-5.1",
                 "Two qubits as they anneal",
                 Drawing::Landscape,
                 "",
                 {},
                 "J = 1, h = (+1, −1): the levels are the energies of the four states, the beads "
                 "the probabilities with which the ground state gives them."});
  all.push_back({"fig-5.5",
                 "Forward annealing for the free phase, reverse annealing for the nudge phase",
                 Drawing::Schedules,
                 "",
                 {},
                 "A typical annealer's energies over 20 µs."});
  const Published chip{.test = 13, .train = 0};
  all.push_back(
      {"fig-5.6",
       "784-120-40 spins on MNIST/100",
       Drawing::Epochs,
       "",
       {ReproducedCase::of("simulated annealing", "ising-120", chip)},
       "Published is the chip; here the spins are annealed by simulation, and the read of "
       "lowest energy speaks for its phase."});
  all.push_back(
      {"section-5.3",
       "784-120-40 on MNIST/100, by machine",
       Drawing::TrainErrors,
       "",
       {ReproducedCase::of("simulated annealing, lowest read", "ising-120", chip),
        {"simulated annealing, mean of reads", "ising-120", {{"machine.read", "mean"}}, 0, chip},
        ReproducedCase::of("collapsed sampling, 10 sweeps", "ising-120-collapsed", chip),
        ReproducedCase::of("deterministic dynamics", "ising-120-deterministic", chip)},
       "The means of the reads are ours, and so is collapsed sampling: the hidden spins are "
       "minimised out, and the outputs alone annealed."});
  const std::vector<Json> sizes{Json::array({784, 30, 40}), Json::array({784, 60, 40}),
                                Json::array({784, 120, 40}), Json::array({784, 240, 40}),
                                Json::array({784, 480, 40})};
  all.push_back(over("fig-5.7", "Errors against hidden spins, simulated annealing", "ising-120",
                     "network.layers", "{} hidden spins", sizes, ""));
  all.push_back(over("fig-5.7-deterministic",
                     "Errors against hidden neurons, deterministic dynamics",
                     "ising-120-deterministic", "network.layers", "{} hidden neurons", sizes, ""));
  all.push_back(over("fig-5.8", "Errors against training images of each digit", "ising-120",
                     "data.per_class", "{} images", {10, 30, 100, 300},
                     "A tenth as many test images of each digit, so that few of them are tested "
                     "where few are learnt."));
  all.push_back(howFarBack(
      "fig-5.10", 120,
      "A small f goes far back. The nudge is β = 0.6: with the published β = 5 it brings the "
      "outputs to their targets without any help, every hidden spin of one hidden layer then has "
      "one best state, and how far back makes no difference (measured: the same bytes for every f "
      "from 0.05 to 0.95)."));
  all.push_back(howFarBack("fig-5.10-60", 60,
                           "The smaller network does not need to be disturbed: as in the thesis, "
                           "the threshold depends on its size."));
  all.push_back(howFarBack("fig-5.10-480", 480,
                           "The larger one would need more than any f gives it with this nudge."));
  all.push_back({"fig-5.12",
                 "1,000 reads of one input before training and after it",
                 Drawing::Reads,
                 "",
                 {ReproducedCase::of("simulated annealing", "ising-120", chip)},
                 "And one by one, as in Fig. 5.11: training makes a stochastic machine nearly "
                 "deterministic."});
  all.push_back({"fig-5.17",
                 "3 × 3 patterns, four filters shared by couplers, pooling by votes",
                 Drawing::Epochs,
                 "",
                 {ReproducedCase::of("two diagonals", "ising-3x3", {.train = 0})},
                 ""});
}

}  // namespace nudge
