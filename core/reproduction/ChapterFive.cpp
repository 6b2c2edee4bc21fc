#include "core/reproduction/ChapterFive.h"

#include <fmt/format.h>

namespace nudge {

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

ReproducedCase preset(std::string label, std::string name, Published published) {
  return {std::move(label), std::move(name), {}, 0, published};
}

/// A figure of chapter 5: errors of a preset over the values of one setting.
Reproduction over(std::string id, std::string title, const char* name, const char* setting,
                  const char* unit, const std::vector<Json>& values, std::string remark) {
  Reproduction figure{std::move(id),    std::move(title), Drawing::OverSetting, setting, {},
                      std::move(remark)};
  for (const Json& value : values) {
    const Json& shown = value.is_array() ? value[1] : value;
    figure.cases.push_back(
        {fmt::format(fmt::runtime(unit), shown.dump()), name, {{setting, value}}, 0, {}});
  }
  return figure;
}

}  // namespace

void addChapterFive(std::vector<Reproduction>& all) {
  const Published chip{13, kUnknown, 0};
  all.push_back(
      {"fig-5.6",
       "784-120-40 spins on MNIST/100",
       Drawing::Epochs,
       "",
       {preset("simulated annealing", "ising-120", chip)},
       "Published is the chip; here the spins are annealed by simulation, and the read of "
       "lowest energy speaks for its phase."});
  all.push_back(
      {"section-5.3",
       "784-120-40 on MNIST/100, by machine",
       Drawing::TrainErrors,
       "",
       {preset("simulated annealing, lowest read", "ising-120", chip),
        {"simulated annealing, mean of reads", "ising-120", {{"machine.read", "mean"}}, 0, chip},
        preset("deterministic dynamics", "ising-120-deterministic", chip)},
       "The means of the reads are ours."});
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
  all.push_back(over(
      "fig-5.10", "Errors against how far back reverse annealing goes", "ising-120",
      "machine.reverse_to", "f = {}", {0.05, 0.15, 0.25, 0.4, 0.55, 0.7, 0.85, 0.95},
      "The thesis sees a threshold above which nothing is learnt. Here the nudge of β = 5 always "
      "brings the outputs to their targets, and given those each hidden spin of one "
      "hidden layer has one best state: how far back makes no difference."));
  all.push_back({"fig-5.17",
                 "3 × 3 patterns, four filters shared by couplers, pooling by votes",
                 Drawing::Epochs,
                 "",
                 {preset("two diagonals", "ising-3x3", {kUnknown, kUnknown, 0})},
                 ""});
}

}  // namespace nudge
