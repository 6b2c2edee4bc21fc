#include "app/NeuronText.h"

#include <QCoreApplication>

namespace nudge {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("NeuronText", text); }

QString number(double value) { return QString::number(value, 'g', 3); }

QString row(const QString& name, double value) {
  return QString("<tr><td>%1&nbsp;&nbsp;</td><td align=\"right\">%2</td></tr>")
      .arg(name, number(value));
}

}  // namespace

QString neuronText(const Relaxed& relaxed, int index, NeuronId neuron) {
  const Trajectory& trajectory = *relaxed.trajectory;
  const Frame& frame = trajectory.frames[static_cast<std::size_t>(index)];
  const auto n = static_cast<std::size_t>(neuron.layer - 1);
  const Eigen::Index i = neuron.neuron;
  if (n >= frame.states.size() || i >= frame.states[n].rows()) return {};
  const LayerParameters& layer = relaxed.request.parameters->layers[n];
  const Vector below = n == 0 ? relaxed.request.input : Vector(frame.activations[n - 1].col(0));
  const double fromBelow = static_cast<double>(layer.scaling * layer.weights.row(i).dot(below));
  QString text =
      QString("<b>%1</b><table>").arg(tr("layer %1, neuron %2").arg(neuron.layer).arg(i));
  text += row(tr("state s"), static_cast<double>(frame.states[n](i, 0)));
  text += row(tr("activation ρ(s)"), static_cast<double>(frame.activations[n](i, 0)));
  text += row(tr("from below, W·ρ(s<sup>n−1</sup>)"), fromBelow);
  if (n + 1 < frame.states.size()) {
    const LayerParameters& next = relaxed.request.parameters->layers[n + 1];
    const float fromAbove = next.scaling * next.weights.col(i).dot(frame.activations[n + 1].col(0));
    text += row(tr("from above, W<sup>T</sup>·ρ(s<sup>n+1</sup>)"), static_cast<double>(fromAbove));
  }
  text += row(tr("bias b"), static_cast<double>(layer.biases[i]));
  if (n + 1 == frame.states.size() && frame.phase == Phase::Nudge) {
    const int perClass = relaxed.request.network.perClass;
    const double target = i / perClass == relaxed.request.label ? 1 : 0;
    text += row(tr("nudge β·(ŷ − s)"), static_cast<double>(trajectory.beta) *
                                           (target - static_cast<double>(frame.states[n](i, 0))));
  }
  return text + "</table>";
}

}  // namespace nudge
