#include "app/NeuronText.h"

#include "app/FreeText.h"
#include "core/machine/IntegerNeurons.h"
#include "core/network/Link.h"

namespace nudge {

namespace {

QString number(double value) { return QString::number(value, 'g', 3); }

QString row(const QString& name, double value) {
  return QString("<tr><td>%1&nbsp;&nbsp;</td><td align=\"right\">%2</td></tr>")
      .arg(name, number(value));
}

/// What a neuron is told, in its parts.
struct Inputs {
  double below = 0, above = 0, bias = 0;
};

Inputs inputsOf(const Relaxed& relaxed, const Frame& frame, NeuronId neuron) {
  const NetworkSpec& network = relaxed.request.network;
  const Parameters& parameters = *relaxed.request.parameters;
  const auto n = static_cast<std::size_t>(neuron.layer - 1);
  const Eigen::Index i = neuron.neuron;
  const Matrix below =
      n == 0 ? Matrix(relaxed.request.input) : Matrix(frame.activations[n - 1].col(0));
  Inputs inputs;
  const LayerParameters& layer = parameters.layers[n];
  inputs.bias = static_cast<double>(layer.biases[i / (network.size(neuron.layer) / layer.rows())]);
  PoolChoice choice;
  const Link link(network, neuron.layer, layer);
  inputs.below = static_cast<double>(link.up(below, choice)(i, 0)) - inputs.bias;
  if (neuron.layer < network.depth()) {
    const Link next(network, neuron.layer + 1, parameters.layers[n + 1]);
    next.up(frame.activations[n].col(0), choice);  // which places the pooling above chose
    inputs.above = static_cast<double>(next.down(frame.activations[n + 1].col(0), choice)(i, 0));
  }
  return inputs;
}

}  // namespace

QString neuronText(const Relaxed& relaxed, int index, NeuronId neuron) {
  const Trajectory& trajectory = *relaxed.trajectory;
  const Frame& frame = trajectory.frames[static_cast<std::size_t>(index)];
  const auto n = static_cast<std::size_t>(neuron.layer - 1);
  const Eigen::Index i = neuron.neuron;
  if (n >= frame.states.size() || i >= frame.states[n].rows()) return {};
  const Inputs inputs = inputsOf(relaxed, frame, neuron);
  QString text =
      QString("<b>%1</b><table>").arg(tr("layer %1, neuron %2").arg(neuron.layer).arg(i));
  text += row(tr("state s"), static_cast<double>(frame.states[n](i, 0)));
  if (relaxed.request.machine.kind == MachineKind::Integer) {
    const int unit = IntegerNeurons(relaxed.request.machine.bits).unit();
    text += row(tr("as an integer, 1 being %1").arg(unit),
                static_cast<double>(unit) * static_cast<double>(frame.states[n](i, 0)));
  }
  text += row(tr("activation ρ(s)"), static_cast<double>(frame.activations[n](i, 0)));
  text += row(tr("from below, W·ρ(s<sup>n−1</sup>)"), inputs.below);
  if (n + 1 < frame.states.size()) {
    text += row(tr("from above, W<sup>T</sup>·ρ(s<sup>n+1</sup>)"), inputs.above);
  }
  text += row(tr("bias b"), inputs.bias);
  if (n + 1 == frame.states.size() && frame.phase == Phase::Nudge) {
    const int perClass = relaxed.request.network.perClass;
    const double target = i / perClass == relaxed.request.label
                              ? 1
                              : static_cast<double>(relaxed.request.network.lowest());
    text += row(tr("nudge β·(ŷ − s)"), static_cast<double>(trajectory.nudge.beta) *
                                           (target - static_cast<double>(frame.states[n](i, 0))));
  }
  return text + "</table>";
}

}  // namespace nudge
