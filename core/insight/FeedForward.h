#pragma once

#include <stop_token>
#include <vector>

#include "core/base/Matrix.h"
#include "core/data/Dataset.h"
#include "core/machine/ConvolutionDrive.h"
#include "core/network/Link.h"
#include "core/network/NetworkSpec.h"
#include "core/network/Parameters.h"

namespace nudge {

/// A share of images that were told right.
struct Accuracy {
  double percent = 0;  ///< 0 … 100; NaN where there was no image
  int samples = 0;     ///< that were looked at, the first of the set
};

/// A feed-forward copy of a trained network [5.3.2, Hierarchy]: the same weights (scaling factors
/// included) and biases, layer after layer from the input, nothing coming back from above. It
/// answers at once and has gradients, but it is another network: its accuracy says how far.
///
/// A layer's activation is a clipped line, and where the machine's own is a step, a steep one
/// around that step, so that there is a gradient:
///
///     spins ±1            HardTanh(g·z)                      z = W a + b, g = 5 in the thesis
///     binary 0, 1         clamp(g·(z − ½) + ½, 0, 1)         the step of ρ is at ½ [4.5]
///     hardsigmoid         clamp(z, 0, 1)                     the machine's own
///
/// Weights keep Nudge's signs: spins follow their input too, since the Ising problem of a network
/// is made with J = −W. (The published program holds weights of the opposite sign.) The average
/// pooling of spins is a vote, as on the machine [5.14]: z of a pooled spin is the mean activation
/// of its places. Elsewhere the average is that of the places' inputs.
class FeedForward {
 public:
  /// Copies. The network must be free of problems(), `gain` g > 0.
  FeedForward(NetworkSpec network, const Parameters& parameters, double gain = 5);

  /// What every layer was told and what it answers, for some inputs.
  struct Pass {
    std::vector<Matrix> inputs;       ///< z^1 … z^L, pooled, each [neurons × samples]
    std::vector<Matrix> activations;  ///< of the same
    std::vector<PoolChoice> choices;  ///< of every max-pooled layer; empty ones elsewhere
    std::vector<Matrix> places;  ///< z of the places that vote, [places × samples]; empty elsewhere
    const Matrix& outputs() const { return activations.back(); }
  };
  /// Layers 1 … `last` (0: all) for inputs [inputs × samples].
  Pass run(const Matrix& inputs, int last = 0) const;

  /// How a gradient passes a layer's activation.
  enum class Through {
    Exact,   ///< times its derivative, which is 0 where it is clipped
    Linear,  ///< as if it were not there: products of weights along all paths
  };
  /// From ∂f/∂z^from (`seeds`, [neurons × samples]) to ∂f/∂a^to, to < from, for the samples of a
  /// pass; a^0 = x.
  Matrix backward(const Pass& pass, const Matrix& seeds, int from, int to, Through through) const;

  /// What layer n is told from below; `places`, where it is not null, takes the z of those that
  /// vote.
  Matrix up(int n, const Matrix& below, PoolChoice& choice, Matrix* places = nullptr) const;
  /// What layer n − 1 is told from above, through the activation of those that voted where their z
  /// is given.
  Matrix down(int n, const Matrix& above, const PoolChoice& choice,
              const Matrix* places = nullptr) const;

  /// The class that the outputs' mean activations give, of every sample; where clipped outputs tie,
  /// their z decides.
  std::vector<int> predict(const Pass& pass) const;

  /// How many of the first `most` images it tells right. Throws Cancelled when asked to stop.
  Accuracy accuracy(const ImageSet& images, int most, const std::stop_token& stop = {}) const;

  const NetworkSpec& network() const { return network_; }

 private:
  Matrix activation(const Matrix& input) const;
  /// Times the activation's derivative.
  Matrix through(const Matrix& gradient, const Matrix& input) const;
  bool votes(int n) const { return network_.isConvolution(n) && network_.spins(); }
  Matrix convolve(int n, const Matrix& below, PoolChoice& choice) const;
  Matrix spread(int n, const Matrix& above, const PoolChoice& choice) const;

  NetworkSpec network_;
  std::vector<PackedConvolution> convolutions_;  ///< of the convolutional layers
  std::vector<LayerParameters> dense_;           ///< weights as products, of the others
  float slope_ = 1;
  float lower_ = 0, upper_ = 1;  ///< z between which the line is not clipped
};

}  // namespace nudge
