#include "app/ChipReader.h"

#include "core/chip/EmbeddedProblem.h"
#include "core/chip/ProgrammingLimits.h"
#include "core/ising/SimulatedAnnealer.h"
#include "core/ising/TemperatureSchedule.h"
#include "core/learning/Prediction.h"
#include "core/machine/IsingNetwork.h"

namespace nudge {

namespace {

constexpr double kNudgeBackTo = 0.5;  // of the forward schedule

}  // namespace

ChipReader::ChipReader(QObject* parent)
    : QObject(parent),
      job_(
          this,
          [this](const ChipReadRequest& request, const std::stop_token& stop) {
            return read(request, stop);
          },
          [this](const ChipRead& read) { emit done(read); },
          [this](const QString& message) { emit failed(message); }) {}

ChipRead ChipReader::read(const ChipReadRequest& request, const std::stop_token& stop) {
  ChipRead read;
  read.of = request;
  const auto parameters =
      request.parameters ? request.parameters : initial_.of(request.network, request.networkSeed);
  const IsingNetwork network(request.network);
  auto problem = std::make_shared<IsingProblem>(network.problem(*parameters));
  Matrix drive;
  network.drive(*parameters, request.input, drive);
  std::vector<double> fields;
  network.fields(*parameters, drive.data(), nullptr, request.fieldLimit, fields);
  problem->setFields(fields);
  read.problem = problem;
  read.chainStrength = torqueCompensation(*problem, request.prefactor);
  EmbeddedProblem embedded =
      embed(*problem, request.use->embedding(), request.use->chip(), {read.chainStrength});
  const ChipShape& shape = request.use->chip().shape();
  read.tightest =
      tightestLimit(embedded.problem, embedded.qubits, shape, ProgrammingLimits::of(shape.family))
          .share;
  const TemperatureRange range = temperatureRange(embedded.problem, RangeRule::DWave);
  SimulatedAnnealer annealer(std::move(embedded.problem));
  Reads reads;
  ReadRequest wanted;
  wanted.seed = request.seed;
  SampleOptions options;
  options.stop = stop;
  annealer.sample(inverseTemperatures(range, request.sweeps), wanted, reads, options);
  const auto onQubits = [&](std::vector<std::int8_t>& into) {
    into.assign(static_cast<std::size_t>(request.use->chip().shape().labels()), 0);
    for (std::size_t i = 0; i < embedded.qubits.size(); ++i)
      into[static_cast<std::size_t>(embedded.qubits[i])] = reads.states[i];
  };
  onQubits(read.spins);
  if (!request.network.inCells()) return read;
  // A qubit a neuron: the nudge is a field on the outputs' qubits, annealed back from the free
  // state and forth again.
  std::vector<float> pull;
  const std::vector<float> noOutputs(static_cast<std::size_t>(request.network.outputs()));
  const Matrix target = targetsFor({request.label}, request.network);
  network.pull(request.nudge, target.data(), noOutputs.data(), pull);
  network.fields(*parameters, drive.data(), pull.data(), request.fieldLimit, fields);
  problem->setFields(fields);
  annealer.setFields(
      embed(*problem, request.use->embedding(), request.use->chip(), {read.chainStrength})
          .problem.fields());
  const std::vector<Spin> free = reads.states;
  wanted.initial = free;
  const auto back = reverseTemperatures(inverseTemperatures(range, request.sweeps), kNudgeBackTo);
  annealer.sample(back, wanted, reads, options);
  onQubits(read.nudged);
  return read;
}

}  // namespace nudge
