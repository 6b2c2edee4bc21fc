#include "core/chip/EmbeddedProblem.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/base/Error.h"

namespace nudge {

namespace {

class Embedder {
 public:
  Embedder(const IsingProblem& problem, const Embedding& embedding, const ChipGraph& chip,
           const std::vector<double>& strengths)
      : problem_(problem),
        embedding_(embedding),
        chip_(chip),
        strengths_(strengths),
        owner_(static_cast<std::size_t>(chip.shape().labels()), -1),
        spinOf_(owner_.size(), -1) {}

  EmbeddedProblem embed() {
    checkSizes();
    takeQubits();
    made_.chainStrengths = strengths_;
    if (strengths_.size() == 1) made_.chainStrengths.assign(problem_.spins(), strengths_[0]);
    std::vector<double> fields(made_.qubits.size());
    for (std::size_t v = 0; v < problem_.spins(); ++v) {
      const std::vector<int>& chain = made_.chains[v];
      for (const int s : chain) {
        fields[static_cast<std::size_t>(s)] =
            problem_.fields()[v] / static_cast<double>(chain.size());
      }
    }
    for (std::size_t v = 0; v < problem_.spins(); ++v) addChain(v);
    for (const Coupling& coupling : problem_.couplings()) addCoupling(coupling);
    std::vector<std::string> labels;
    for (const int qubit : made_.qubits) labels.push_back(std::to_string(qubit));
    made_.problem =
        IsingProblem(std::move(fields), std::move(couplings_), offset_, std::move(labels));
    return std::move(made_);
  }

 private:
  void checkSizes() const {
    if (embedding_.variables() != problem_.spins()) {
      throw Error(fmt::format("the embedding has {} chains for a problem of {} spins.",
                              embedding_.variables(), problem_.spins()));
    }
    if (strengths_.size() != 1 && strengths_.size() != problem_.spins()) {
      throw Error(
          fmt::format("{} chain strengths were given for {} spins; give one for all, or "
                      "one for each.",
                      strengths_.size(), problem_.spins()));
    }
    for (const double strength : strengths_) {
      if (!std::isfinite(strength) || strength < 0) {
        throw Error(
            fmt::format("a chain strength is {}; it must be a number from 0 on.", strength));
      }
    }
  }

  void takeQubits() {
    for (std::size_t v = 0; v < problem_.spins(); ++v) {
      if (embedding_.chains[v].empty()) {
        throw Error(fmt::format("spin {} has no chain in the embedding.", problem_.label(v)));
      }
      for (const int qubit : embedding_.chains[v]) {
        if (!chip_.hasQubit(qubit)) {
          throw Error(
              fmt::format("the chain of spin {} has the qubit {}, which the chip does not "
                          "have or which is faulty.",
                          problem_.label(v), qubit));
        }
        int& owner = owner_[static_cast<std::size_t>(qubit)];
        if (owner >= 0) {
          throw Error(fmt::format("the chains of spins {} and {} share the qubit {}.",
                                  problem_.label(static_cast<std::size_t>(owner)),
                                  problem_.label(v), qubit));
        }
        owner = static_cast<int>(v);
        made_.qubits.push_back(qubit);
      }
    }
    std::sort(made_.qubits.begin(), made_.qubits.end());
    for (std::size_t s = 0; s < made_.qubits.size(); ++s) {
      spinOf_[static_cast<std::size_t>(made_.qubits[s])] = static_cast<int>(s);
    }
    made_.chains.resize(problem_.spins());
    for (std::size_t v = 0; v < problem_.spins(); ++v) {
      for (const int qubit : embedding_.chains[v]) {
        made_.chains[v].push_back(spinOf_[static_cast<std::size_t>(qubit)]);
      }
      std::sort(made_.chains[v].begin(), made_.chains[v].end());
    }
    offset_ = problem_.offset();
  }

  void addChain(std::size_t v) {
    const double strength = made_.chainStrengths[v];
    // Joined in pairs, so that pieces that stay apart are noticed.
    std::vector<int> root(made_.chains[v].size());
    for (std::size_t i = 0; i < root.size(); ++i) root[i] = static_cast<int>(i);
    const auto rootOf = [&](int i) {
      while (root[static_cast<std::size_t>(i)] != i) i = root[static_cast<std::size_t>(i)];
      return i;
    };
    std::size_t pieces = root.size();
    for (std::size_t i = 0; i < root.size(); ++i) {
      const int s = made_.chains[v][i];
      for (const int next : chip_.neighbours(made_.qubits[static_cast<std::size_t>(s)])) {
        if (owner_[static_cast<std::size_t>(next)] != static_cast<int>(v)) continue;
        const int other = spinOf_[static_cast<std::size_t>(next)];
        if (other < s) continue;
        couplings_.push_back({s, other, -strength});
        offset_ += strength;
        ++made_.chainCouplers;
        const auto place = std::lower_bound(made_.chains[v].begin(), made_.chains[v].end(), other);
        const int a = rootOf(static_cast<int>(i));
        const int b = rootOf(static_cast<int>(place - made_.chains[v].begin()));
        if (a != b) {
          root[static_cast<std::size_t>(a)] = b;
          --pieces;
        }
      }
    }
    if (pieces != 1) {
      throw Error(
          fmt::format("the chain of spin {} is in {} pieces: not all of its qubits are "
                      "joined by couplers.",
                      problem_.label(v), pieces));
    }
  }

  void addCoupling(const Coupling& coupling) {
    const std::size_t first = couplings_.size();
    for (const int s : made_.chains[static_cast<std::size_t>(coupling.i)]) {
      for (const int next : chip_.neighbours(made_.qubits[static_cast<std::size_t>(s)])) {
        if (owner_[static_cast<std::size_t>(next)] != coupling.j) continue;
        couplings_.push_back({s, spinOf_[static_cast<std::size_t>(next)], 0});
      }
    }
    if (couplings_.size() == first) {
      throw Error(fmt::format("no coupler joins the chains of spins {} and {}, which are coupled.",
                              problem_.label(static_cast<std::size_t>(coupling.i)),
                              problem_.label(static_cast<std::size_t>(coupling.j))));
    }
    const double share = coupling.value / static_cast<double>(couplings_.size() - first);
    for (std::size_t i = first; i < couplings_.size(); ++i) couplings_[i].value = share;
  }

  const IsingProblem& problem_;
  const Embedding& embedding_;
  const ChipGraph& chip_;
  const std::vector<double>& strengths_;
  std::vector<int> owner_;   // the source's spin of each qubit, or −1
  std::vector<int> spinOf_;  // the embedded problem's spin of each qubit, or −1
  std::vector<Coupling> couplings_;
  double offset_ = 0;
  EmbeddedProblem made_;
};

}  // namespace

double torqueCompensation(const IsingProblem& problem, double prefactor) {
  const auto couplings = static_cast<double>(problem.couplings().size());
  if (couplings == 0) return 1;
  double squares = 0;
  for (const Coupling& c : problem.couplings()) squares += c.value * c.value;
  const double degree = 2 * couplings / static_cast<double>(problem.spins());
  return prefactor * std::sqrt(squares / couplings) * std::sqrt(degree);
}

double scaledChainStrength(const IsingProblem& problem, double prefactor) {
  double most = 0;
  for (const double field : problem.fields()) most = std::max(most, std::abs(field));
  for (const Coupling& c : problem.couplings()) most = std::max(most, std::abs(c.value));
  return most == 0 ? 1 : prefactor * most;
}

EmbeddedProblem embed(const IsingProblem& problem, const Embedding& embedding,
                      const ChipGraph& chip, const std::vector<double>& chainStrengths) {
  return Embedder(problem, embedding, chip, chainStrengths).embed();
}

std::vector<Spin> embeddedState(const EmbeddedProblem& embedded, std::span<const Spin> state) {
  std::vector<Spin> spins(embedded.qubits.size());
  for (std::size_t v = 0; v < embedded.chains.size(); ++v) {
    for (const int s : embedded.chains[v]) spins[static_cast<std::size_t>(s)] = state[v];
  }
  return spins;
}

}  // namespace nudge
