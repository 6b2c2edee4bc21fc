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
  void backward(std::size_t k, Layers& sensitivity, std::vector<Eigen::MatrixXd>& weights,
                std::vector<Eigen::VectorXd>& biases) const {
    const Step& step = steps_[k];
    const float gain = dynamics_.rule.gain;
    Layers through(links_.size());
    for (std::size_t n = 0; n < links_.size(); ++n)
      through[n] = sensitivity[n].cwiseProduct(step.passes[n]);
    for (std::size_t n = 0; n < links_.size(); ++n) {
      const Link& link = links_[n];
      const PoolChoice& choice = step.choices[n];
      const double factor = static_cast<double>(gain);
      weights[n] +=
          factor * link.pairs(through[n], n == 0 ? batch_.inputs : step.before[n - 1], choice);
      if (n > 0) weights[n] += factor * link.pairs(step.before[n], through[n - 1], choice);
      biases[n] += factor * link.biasSums(through[n]);
      // The interaction is symmetric: what goes back is what would go forth.
      Matrix back = dynamics_.rule.keep * through[n];
      if (n > 0) back += gain * link.upChosen(through[n - 1], choice);
      if (n + 1 < links_.size())
        back += gain * links_[n + 1].down(through[n + 1], step.choices[n + 1]);
      sensitivity[n] = std::move(back);
    }
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

void write(const std::vector<Eigen::MatrixXd>& weights, const std::vector<Eigen::VectorXd>& biases,
           double scale, Gradient& into) {
  into.layers.resize(weights.size());
  for (std::size_t n = 0; n < weights.size(); ++n) {
    LayerGradient& layer = into.layers[n];
    layer.sums = weights[n].cast<float>();
    layer.columns = layer.sums.cols();
    layer.scale = static_cast<float>(scale);
    layer.bias = (scale * biases[n]).cast<float>();
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
  Layers sensitivity;
  std::vector<Eigen::MatrixXd> weights;
  std::vector<Eigen::VectorXd> biases;
  for (int n = 1; n <= network.depth(); ++n) {
    sensitivity.emplace_back(Matrix::Zero(network.size(n), batch.samples()));
    weights.emplace_back(Eigen::MatrixXd::Zero(network.weightRows(n), network.fanIn(n)));
    biases.emplace_back(Eigen::VectorXd::Zero(network.weightRows(n)));
  }
  sensitivity.back() = batch.targets - tape.outputs();
  const double scale = 1.0 / batch.samples();
  for (std::size_t k = tape.length(); k-- > 0;) {
    if (stop.stop_requested()) throw Cancelled();
    tape.backward(k, sensitivity, weights, biases);
    if (!alongTheWay) continue;
    write(weights, biases, scale, into);
    alongTheWay(into);
  }
  write(weights, biases, scale, into);
}

}  // namespace nudge
