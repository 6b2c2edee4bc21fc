#include "core/learning/ThroughTime.h"

#include "core/base/Error.h"
#include "core/network/Link.h"

namespace nudge {

namespace {

using Layers = std::vector<Matrix>;

/// One free step and what is needed to go back through it.
struct Step {
  Layers before;                    ///< states
  std::vector<PoolChoice> choices;  ///< of the pooled layers
  Layers passes;                    ///< 1 where a state could move, 0 where it was clamped
};

/// The way back: how the loss falls with the states, and with the parameters in the steps passed.
struct Backward {
  Backward(const NetworkSpec& network, const Batch& batch, const Matrix& outputs) {
    for (int n = 1; n <= network.depth(); ++n) {
      sensitivity.emplace_back(Matrix::Zero(network.size(n), batch.samples()));
      weights.emplace_back(Eigen::MatrixXd::Zero(network.weightRows(n), network.fanIn(n)));
      biases.emplace_back(Eigen::VectorXd::Zero(network.weightRows(n)));
    }
    sensitivity.back() = batch.targets - outputs;
    onInputs = Matrix::Zero(network.size(1), batch.samples());
  }

  Layers sensitivity;                    ///< of the states, by layer
  std::vector<Eigen::MatrixXd> weights;  ///< sums, by layer; the first is made in the end
  std::vector<Eigen::VectorXd> biases;   ///< sums, by layer
  Matrix onInputs;                       ///< what met the inputs, summed over the steps
};

class Tape {
 public:
  Tape(const NetworkSpec& network, const Dynamics& dynamics, const Parameters& parameters,
       const Batch& batch, const Settled& free)
      : links_(linksOf(network, parameters)),
        dynamics_(dynamics),
        batch_(batch),
        drive_(free.drive),
        states_(free.states) {
    if (!free.choices.empty()) firstChoice_ = free.choices.front();
  }

  /// s ← clamp(keep·s + gain·input).
  void forward() {
    Step step{states_, std::vector<PoolChoice>(links_.size()), Layers(links_.size())};
    step.choices.front() = firstChoice_;
    for (std::size_t n = links_.size(); n-- > 0;) {
      Matrix input = n == 0 ? drive_ : links_[n].up(step.before[n - 1], step.choices[n]);
      if (n + 1 < links_.size())
        input += links_[n + 1].down(step.before[n + 1], step.choices[n + 1]);
      const Matrix moved = dynamics_.rule.keep * step.before[n] + dynamics_.rule.gain * input;
      step.passes[n] = (moved.array() > 0 && moved.array() < 1).cast<float>();
      states_[n] = moved.cwiseMax(0.0F).cwiseMin(1.0F);
    }
    steps_.push_back(std::move(step));
  }

  const Matrix& outputs() const { return states_.back(); }
  std::size_t length() const { return steps_.size(); }

  /// Goes back through a step: adds what the parameters did in it to the sums and turns the
  /// sensitivities of the states after it into those of the states before it.
  void backward(std::size_t k, Backward& back) const {
    const Step& step = steps_[k];
    const float gain = dynamics_.rule.gain;
    Layers through(links_.size());
    for (std::size_t n = 0; n < links_.size(); ++n)
      through[n] = back.sensitivity[n].cwiseProduct(step.passes[n]);
    back.onInputs += through.front();
    for (std::size_t n = 0; n < links_.size(); ++n) {
      const Link& link = links_[n];
      const PoolChoice& choice = step.choices[n];
      if (n > 0) {
        back.weights[n] += link.pairs(through[n], step.before[n - 1], choice);
        back.weights[n] += link.pairs(step.before[n], through[n - 1], choice);
      }
      back.biases[n] += link.biasSums(through[n]);
      // The interaction is symmetric: what goes back is what would go forth.
      Matrix before = dynamics_.rule.keep * through[n];
      if (n > 0) before += gain * link.upChosen(through[n - 1], choice);
      if (n + 1 < links_.size())
        before += gain * links_[n + 1].down(through[n + 1], step.choices[n + 1]);
      back.sensitivity[n] = std::move(before);
    }
  }

  /// What the first layer's weights did in all steps gone back through: the inputs, and so what
  /// was pooled of them, are the same in each.
  Eigen::MatrixXd inputWeights(const Backward& back) const {
    return links_.front().pairs(back.onInputs, batch_.inputs, firstChoice_);
  }

 private:
  std::vector<Link> links_;
  Dynamics dynamics_;
  const Batch& batch_;
  const Matrix& drive_;
  Layers states_;
  PoolChoice firstChoice_;
  std::vector<Step> steps_;
};

void write(const Tape& tape, Backward& back, double scale, Gradient& into) {
  back.weights.front() = tape.inputWeights(back);
  into.layers.resize(back.weights.size());
  for (std::size_t n = 0; n < back.weights.size(); ++n) {
    LayerGradient& layer = into.layers[n];
    layer.sums = back.weights[n].cast<float>();
    layer.columns = layer.sums.cols();
    layer.scale = static_cast<float>(scale);
    layer.bias = (scale * back.biases[n]).cast<float>();
  }
}

}  // namespace

void gradientThroughTime(const NetworkSpec& network, const Dynamics& dynamics,
                         const Parameters& parameters, const Batch& batch, const Settled& free,
                         int steps, const std::stop_token& stop, Gradient& into,
                         const std::function<void(const Gradient&)>& alongTheWay) {
  Tape tape(network, dynamics, parameters, batch, free);
  for (int k = 0; k < steps; ++k) {
    if (stop.stop_requested()) throw Cancelled();
    tape.forward();
  }
  Backward back(network, batch, tape.outputs());
  const double scale = static_cast<double>(dynamics.rule.gain) / batch.samples();
  for (std::size_t k = tape.length(); k-- > 0;) {
    if (stop.stop_requested()) throw Cancelled();
    tape.backward(k, back);
    if (!alongTheWay) continue;
    write(tape, back, scale, into);
    alongTheWay(into);
  }
  write(tape, back, scale, into);
}

}  // namespace nudge
