#include "core/machine/IsingNetwork.h"

#include <algorithm>

namespace nudge {

namespace {

/// The weight at this place, α included.
float weightAt(const LayerParameters& layer, Eigen::Index row, Eigen::Index column) {
  if (!layer.binary()) return layer.weights(row, column);
  return layer.signs.positive(row, column) ? layer.alpha(row) : -layer.alpha(row);
}

/// Calls visit(place of the maps, column of the filter, neuron below) for every pair that a filter
/// of the convolution joins; channels of the maps follow each other as `places` apart.
template <class Visit>
void eachTap(const Convolution& link, const Visit& visit) {
  const int height = link.rawHeight(), width = link.rawWidth();
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      for (int from = 0; from < link.below.channels; ++from) {
        for (int ky = 0; ky < link.kernel; ++ky) {
          for (int kx = 0; kx < link.kernel; ++kx) {
            const int by = y + ky - link.padding, bx = x + kx - link.padding;
            if (by < 0 || bx < 0 || by >= link.below.height || bx >= link.below.width) continue;
            visit(y * width + x, (from * link.kernel + ky) * link.kernel + kx,
                  (from * link.below.height + by) * link.below.width + bx);
          }
        }
      }
    }
  }
}

}  // namespace

IsingNetwork::IsingNetwork(const NetworkSpec& network) : network_(network) {
  for (int n = 1; n <= network_.depth(); ++n) {
    Part part;
    part.raw = part.neurons = spins_;
    part.count = part.rawCount = static_cast<std::size_t>(network_.size(n));
    if (network_.isConvolution(n)) {
      const Convolution link = network_.convolution(n);
      part.pooled = link.pool > 1;
      part.rawCount = static_cast<std::size_t>(link.channels) *
                      static_cast<std::size_t>(link.rawHeight() * link.rawWidth());
      if (part.pooled) part.neurons = part.raw + part.rawCount;
    }
    spins_ = part.neurons + part.count;
    parts_.push_back(part);
    if (network_.isConvolution(n)) {
      addConvolution(n);
    } else if (network_.isSparse(n)) {
      addCells(n);
    } else if (n > 1) {
      addDense(n);
    }
  }
  std::sort(wires_.begin(), wires_.end(), [](const Wire& a, const Wire& b) {
    return std::pair(a.ends.i, a.ends.j) < std::pair(b.ends.i, b.ends.j);
  });
}

void IsingNetwork::addDense(int n) {
  for (Eigen::Index column = 0; column < network_.size(n - 1); ++column) {
    for (Eigen::Index row = 0; row < network_.size(n); ++row) addWire(n, row, column);
  }
}

void IsingNetwork::addCells(int n) {
  for (const CellWire& wire : network_.cellLayout().wires(n)) addWire(n, wire.above, wire.below);
}

void IsingNetwork::addWire(int n, Eigen::Index row, Eigen::Index column) {
  const auto below = static_cast<std::int32_t>(firstOf(n - 1));
  const auto own = static_cast<std::int32_t>(firstOf(n));
  wires_.push_back(
      {{below + static_cast<std::int32_t>(column), own + static_cast<std::int32_t>(row), 0},
       n,
       row,
       column});
}

void IsingNetwork::addConvolution(int n) {
  const Convolution link = network_.convolution(n);
  const Part& part = parts_[static_cast<std::size_t>(n - 1)];
  const int height = link.rawHeight(), width = link.rawWidth();
  const auto places = static_cast<std::size_t>(height) * static_cast<std::size_t>(width);
  for (int c = 0; c < link.channels; ++c) {
    const std::size_t first = part.raw + static_cast<std::size_t>(c) * places;
    if (n > 1) {
      eachTap(link, [&](int place, int column, int below) {
        wires_.push_back({{static_cast<std::int32_t>(firstOf(n - 1)) + below,
                           static_cast<std::int32_t>(first) + place, 0},
                          n,
                          c,
                          column});
      });
    }
    if (!part.pooled) continue;
    const MapShape above = link.above();
    const double vote = -1.0 / (link.pool * link.pool);
    for (int y = 0; y < above.height * link.pool; ++y) {
      for (int x = 0; x < above.width * link.pool; ++x) {
        const int window = (c * above.height + y / link.pool) * above.width + x / link.pool;
        wires_.push_back({{static_cast<std::int32_t>(first) + y * width + x,
                           static_cast<std::int32_t>(part.neurons) + window, vote},
                          0,
                          0,
                          0});
      }
    }
  }
}

double IsingNetwork::valueOf(const Wire& wire, const Parameters& parameters) const {
  if (wire.layer == 0) return wire.ends.value;
  const auto weight =
      static_cast<double>(weightAt(parameters.layer(wire.layer), wire.row, wire.column));
  return bits() ? -weight / 4 : -weight;
}

IsingProblem IsingNetwork::problem(const Parameters& parameters) const {
  std::vector<Coupling> couplings;
  couplings.reserve(wires_.size());
  for (const Wire& wire : wires_)
    couplings.push_back({wire.ends.i, wire.ends.j, valueOf(wire, parameters)});
  return IsingProblem(std::vector<double>(spins_, 0.0), std::move(couplings));
}

void IsingNetwork::couplings(const Parameters& parameters, std::vector<double>& into) const {
  into.resize(wires_.size());
  for (std::size_t k = 0; k < wires_.size(); ++k) into[k] = valueOf(wires_[k], parameters);
}

void IsingNetwork::drive(const Parameters& parameters, const Matrix& inputs, Matrix& into) const {
  const LayerParameters& layer = parameters.layer(1);
  if (!network_.isConvolution(1)) {
    into.noalias() = layer.binary() ? Matrix(layer.product() * inputs) : layer.weights * inputs;
    into.colwise() += layer.biases;
    return;
  }
  const Convolution link = network_.convolution(1);
  const Weights filters = layer.product();
  const Eigen::Index places = Eigen::Index{1} * link.rawHeight() * link.rawWidth();
  into.resize(places * link.channels, inputs.cols());
  for (int c = 0; c < link.channels; ++c) {
    into.middleRows(c * places, places).setConstant(layer.biases[c]);
    eachTap(link, [&](int place, int column, int below) {
      into.row(c * places + place) += filters(c, column) * inputs.row(below);
    });
  }
}

Eigen::Index IsingNetwork::biasRow(int n, std::size_t k) const {
  if (!network_.isConvolution(n)) return static_cast<Eigen::Index>(k);
  const Part& part = parts_[static_cast<std::size_t>(n - 1)];
  return static_cast<Eigen::Index>(k * static_cast<std::size_t>(network_.weightRows(n)) /
                                   part.rawCount);
}

void IsingNetwork::fields(const Parameters& parameters, const float* drive, const float* pull,
                          double limit, std::vector<double>& into) const {
  into.assign(spins_, 0.0);
  for (int n = 1; n <= network_.depth(); ++n) {
    const Part& part = parts_[static_cast<std::size_t>(n - 1)];
    const Vector& biases = parameters.layer(n).biases;
    for (std::size_t k = 0; k < part.rawCount; ++k) {
      const float asked = n == 1 ? drive[k] : biases[biasRow(n, k)];
      into[part.raw + k] = -static_cast<double>(asked);
    }
  }
  const Part& top = parts_.back();
  for (std::size_t k = 0; pull != nullptr && k < top.count; ++k)
    into[top.neurons + k] -= static_cast<double>(pull[k]);
  if (bits()) {
    for (double& field : into) field = (field + 0.5) / 2;
    for (const Wire& wire : wires_) {
      const double quarter = valueOf(wire, parameters);
      into[static_cast<std::size_t>(wire.ends.i)] += quarter;
      into[static_cast<std::size_t>(wire.ends.j)] += quarter;
    }
  }
  if (limit <= 0) return;
  for (double& field : into) field = std::clamp(field, -limit, limit);
}

void IsingNetwork::pull(const Nudge& nudge, const float* target, const float* free,
                        std::vector<float>& into) const {
  into.resize(static_cast<std::size_t>(network_.outputs()));
  const float middle = bits() ? 0.5F : 0.0F;
  for (std::size_t k = 0; k < into.size(); ++k)
    into[k] = nudge.beta * (target[k] - (nudge.kind == NudgeKind::Constant ? free[k] : middle));
}

double IsingNetwork::offset(const Parameters& parameters, const float* drive) const {
  if (!bits()) return 0;
  // E(n) at σ = 0, that is at n = ½ for all, is the constant of the quadratic form: E = −½·¼ΣW −
  // ½Σ(b − ½), with each pair counted once.
  double sum = 0;
  for (const Wire& wire : wires_) sum += valueOf(wire, parameters);
  for (int n = 1; n <= network_.depth(); ++n) {
    const Part& part = parts_[static_cast<std::size_t>(n - 1)];
    const Vector& biases = parameters.layer(n).biases;
    for (std::size_t k = 0; k < part.rawCount; ++k) {
      const float asked = n == 1 ? drive[k] : biases[biasRow(n, k)];
      sum -= 0.5 * (static_cast<double>(asked) - 0.5);
    }
  }
  return sum;
}

void IsingNetwork::resize(Eigen::Index columns, Settled& into) const {
  into.states.resize(parts_.size());
  into.activations.clear();
  into.choices.clear();
  into.rawMaps.resize(network_.convolutions.size());
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    into.states[i].resize(static_cast<Eigen::Index>(parts_[i].count), columns);
    if (i < into.rawMaps.size())
      into.rawMaps[i].resize(static_cast<Eigen::Index>(parts_[i].rawCount), columns);
  }
}

void IsingNetwork::store(const Spin* spins, Eigen::Index column, Settled& into) const {
  const float low = network_.lowest();
  const auto copy = [&](std::size_t first, Matrix& layer) {
    for (Eigen::Index i = 0; i < layer.rows(); ++i)
      layer(i, column) = spins[first + static_cast<std::size_t>(i)] > 0 ? 1.0F : low;
  };
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    copy(parts_[i].neurons, into.states[i]);
    if (i < into.rawMaps.size()) copy(parts_[i].raw, into.rawMaps[i]);
  }
}

void IsingNetwork::load(const Settled& from, Eigen::Index column, Spin* spins) const {
  const auto copy = [&](const Matrix& layer, std::size_t first) {
    for (Eigen::Index i = 0; i < layer.rows(); ++i)
      spins[first + static_cast<std::size_t>(i)] = layer(i, column) > 0 ? Spin{1} : Spin{-1};
  };
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    copy(from.states[i], parts_[i].neurons);
    if (i < from.rawMaps.size()) copy(from.rawMaps[i], parts_[i].raw);
  }
}

}  // namespace nudge
