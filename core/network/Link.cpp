#include "core/network/Link.h"

#include <limits>

namespace nudge {

Link::Link(const NetworkSpec& network, int n, const LayerParameters& layer)
    : convolution_(network.isConvolution(n)), weights_(layer.product()), biases_(layer.biases) {
  if (convolution_) shape_ = network.convolution(n);
}

/// Calls visit(row, column, below, share) for every weight between a neuron and the layer below it:
/// the weight's place in the matrix, the neuron below, and what the pooling makes of it.
template <class Visit>
void Link::visitTaps(Eigen::Index neuron, const PoolChoice& choice, Eigen::Index sample,
                     const Visit& visit) const {
  const MapShape above = shape_.above();
  const int area = above.height * above.width;
  const int channel = static_cast<int>(neuron) / area;
  const int place = static_cast<int>(neuron) % area;
  const auto tapsAt = [&](int y, int x, float share) {
    for (int c = 0; c < shape_.below.channels; ++c) {
      for (int ky = 0; ky < shape_.kernel; ++ky) {
        const int by = y + ky - shape_.padding;
        if (by < 0 || by >= shape_.below.height) continue;
        for (int kx = 0; kx < shape_.kernel; ++kx) {
          const int bx = x + kx - shape_.padding;
          if (bx < 0 || bx >= shape_.below.width) continue;
          visit(channel, (c * shape_.kernel + ky) * shape_.kernel + kx,
                (c * shape_.below.height + by) * shape_.below.width + bx, share);
        }
      }
    }
  };
  if (shape_.pooling == Pooling::Max) {
    const int chosen = choice(neuron, sample);
    tapsAt(chosen / shape_.rawWidth(), chosen % shape_.rawWidth(), 1);
    return;
  }
  const float share = 1.0F / static_cast<float>(shape_.pool * shape_.pool);
  for (int dy = 0; dy < shape_.pool; ++dy) {
    for (int dx = 0; dx < shape_.pool; ++dx) {
      tapsAt(place / above.width * shape_.pool + dy, place % above.width * shape_.pool + dx, share);
    }
  }
}

Matrix Link::up(const Matrix& below, PoolChoice& choice) const {
  if (!convolution_) {
    choice.resize(0, 0);
    return (weights_ * below).colwise() + biases_;
  }
  const MapShape above = shape_.above();
  const auto neurons = static_cast<Eigen::Index>(above.size());
  const int area = above.height * above.width;
  if (shape_.pooling == Pooling::Average) {
    choice.resize(0, 0);
  } else {
    // Tries every position of every window; the first of the largest wins.
    PoolChoice tried(neurons, below.cols());
    Matrix best = Matrix::Constant(neurons, below.cols(), -std::numeric_limits<float>::infinity());
    choice.resize(neurons, below.cols());
    for (int offset = 0; offset < shape_.pool * shape_.pool; ++offset) {
      for (Eigen::Index i = 0; i < neurons; ++i) {
        const int place = static_cast<int>(i) % area;
        const int y = place / above.width * shape_.pool + offset / shape_.pool;
        const int x = place % above.width * shape_.pool + offset % shape_.pool;
        tried.row(i).setConstant(y * shape_.rawWidth() + x);
      }
      const Matrix values = upChosen(below, tried);
      for (Eigen::Index i = 0; i < values.size(); ++i) {
        if (!(values(i) > best(i))) continue;
        best(i) = values(i);
        choice(i) = tried(i);
      }
    }
  }
  Matrix input = upChosen(below, choice);
  for (Eigen::Index i = 0; i < neurons; ++i) input.row(i).array() += biases_[i / area];
  return input;
}

Matrix Link::upChosen(const Matrix& below, const PoolChoice& choice) const {
  if (!convolution_) return weights_ * below;
  Matrix input = Matrix::Zero(static_cast<Eigen::Index>(shape_.above().size()), below.cols());
  for (Eigen::Index sample = 0; sample < below.cols(); ++sample) {
    for (Eigen::Index i = 0; i < input.rows(); ++i) {
      visitTaps(i, choice, sample, [&](int row, int column, int from, float share) {
        input(i, sample) += share * weights_(row, column) * below(from, sample);
      });
    }
  }
  return input;
}

Matrix Link::down(const Matrix& above, const PoolChoice& choice) const {
  if (!convolution_) return weights_.transpose() * above;
  Matrix input = Matrix::Zero(static_cast<Eigen::Index>(shape_.below.size()), above.cols());
  for (Eigen::Index sample = 0; sample < above.cols(); ++sample) {
    for (Eigen::Index i = 0; i < above.rows(); ++i) {
      if (above(i, sample) == 0) continue;
      visitTaps(i, choice, sample, [&](int row, int column, int to, float share) {
        input(to, sample) += share * weights_(row, column) * above(i, sample);
      });
    }
  }
  return input;
}

Eigen::MatrixXd Link::pairs(const Matrix& left, const Matrix& below,
                            const PoolChoice& choice) const {
  if (!convolution_) return left.cast<double>() * below.cast<double>().transpose();
  Eigen::MatrixXd sums = Eigen::MatrixXd::Zero(weights_.rows(), weights_.cols());
  for (Eigen::Index sample = 0; sample < below.cols(); ++sample) {
    for (Eigen::Index i = 0; i < left.rows(); ++i) {
      if (left(i, sample) == 0) continue;
      visitTaps(i, choice, sample, [&](int row, int column, int from, float share) {
        sums(row, column) += static_cast<double>(share * left(i, sample) * below(from, sample));
      });
    }
  }
  return sums;
}

Eigen::VectorXd Link::biasSums(const Matrix& left) const {
  Eigen::VectorXd perNeuron = left.cast<double>().rowwise().sum();
  if (!convolution_) return perNeuron;
  const Eigen::Index channels = biases_.size();
  return perNeuron.reshaped(perNeuron.size() / channels, channels).colwise().sum().transpose();
}

std::vector<Link> linksOf(const NetworkSpec& network, const Parameters& parameters) {
  std::vector<Link> links;
  for (int n = 1; n <= network.depth(); ++n) links.emplace_back(network, n, parameters.layer(n));
  return links;
}

}  // namespace nudge
