#include "app/ReadSampler.h"

namespace nudge {

ReadSampler::ReadSampler(QObject* parent)
    : QObject(parent),
      job_(
          this,
          [this](const ReadsRequest& request, const std::stop_token& stop) {
            return sample(request, stop);
          },
          [this](const ReadsResult& result) { emit done(result); },
          [this](const QString& message) { emit failed(message); }) {}

ReadsResult ReadSampler::sample(const ReadsRequest& request, const std::stop_token& stop) {
  const RelaxRequest& of = request.of;
  const Batch batch = batchOf(of);
  const auto before = initial_.of(of.network, of.seed);
  const MachineSettings machine = of.machine.forLooking();
  const auto statistics = [&](const Parameters& parameters) {
    return readStatistics(of.network, machine, parameters, batch, request.reads, of.draw, stop);
  };
  ReadsResult result;
  result.before = statistics(*before);
  if (of.parameters) result.after = statistics(*of.parameters);
  const Parameters& newest = of.parameters ? *of.parameters : *before;
  result.depths = reverseDepths(of.network, machine, newest, batch, of.nudge, of.draw, stop);
  return result;
}

}  // namespace nudge
