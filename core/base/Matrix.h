#pragma once

#include <Eigen/Core>

namespace nudge {

/// Values of a layer for many samples: one column per sample, so that a sample is contiguous.
using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::ColMajor>;

/// Weights between two layers: one contiguous row per neuron of the upper layer, which is the order
/// of the parameter files.
using Weights = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

using Vector = Eigen::VectorXf;

}  // namespace nudge
