#include "core/ising/TwoSpins.h"

#include <algorithm>

#include <Eigen/Eigenvalues>

namespace nudge {

std::array<double, 4> classicalEnergies(const TwoSpins& problem) {
  std::array<double, 4> energies{};
  for (std::size_t state = 0; state < 4; ++state) {
    const double first = state & 2 ? 1 : -1;
    const double second = state & 1 ? 1 : -1;
    energies[state] =
        problem.coupling * first * second + problem.fields[0] * first + problem.fields[1] * second;
  }
  return energies;
}

TwoSpinGround groundState(const TwoSpins& problem, double a, double b) {
  const std::array<double, 4> energies = classicalEnergies(problem);
  Eigen::Matrix4d hamiltonian = Eigen::Matrix4d::Zero();
  for (int state = 0; state < 4; ++state) {
    hamiltonian(state, state) = b / 2 * energies[static_cast<std::size_t>(state)];
    // σ^x turns one spin over.
    for (const int flip : {1, 2}) hamiltonian(state, state ^ flip) = -a / 2;
  }
  const Eigen::SelfAdjointEigenSolver<Eigen::Matrix4d> solver(hamiltonian);
  const Eigen::Vector4d& values = solver.eigenvalues();  // rising
  const double same = 1e-12 * std::max(1.0, hamiltonian.cwiseAbs().maxCoeff());
  Eigen::Vector4d sum = Eigen::Vector4d::Zero();
  int lowest = 0;
  for (; lowest < 4 && values[lowest] - values[0] <= same; ++lowest) {
    sum += solver.eigenvectors().col(lowest).cwiseAbs2();
  }
  TwoSpinGround ground;
  ground.energy = values[0];
  for (int state = 0; state < 4; ++state) {
    ground.probabilities[static_cast<std::size_t>(state)] = sum[state] / lowest;
  }
  return ground;
}

}  // namespace nudge
