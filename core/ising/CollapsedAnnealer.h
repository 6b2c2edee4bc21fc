#pragma once

#include <memory>
#include <optional>

#include "core/ising/Annealing.h"
#include "core/kernels/AnnealCollapsed.h"

namespace nudge {

/// Collapsed simulated annealing: spins that are not coupled to each other are minimised out, the
/// others annealed on what remains, E(σ) = Σ h σ + Σ J σ σ − Σ_a |f_a(σ)|. Of a network with one
/// hidden layer the larger of its two layers goes; each state of the smaller one then comes with
/// the best of the larger. Reads are local minima of better quality than a SimulatedAnnealer's
/// after as many sweeps, but not samples of a temperature. Wants memory for kept × free couplings:
/// for dense problems. Keep the object for many calls; results depend on neither the number of
/// threads nor on calls before.
class CollapsedAnnealer {
 public:
  /// Memory for couplings ends here: 256 MB.
  static constexpr std::size_t kMostEntries = std::size_t{1} << 26;

  /// Chooses the spins that go: those with few couplings first. `plain` takes the plain reference
  /// of the kernel, for tests. Throws Error where the table of couplings has no room.
  explicit CollapsedAnnealer(IsingProblem problem, bool plain = false);
  ~CollapsedAnnealer();
  CollapsedAnnealer(CollapsedAnnealer&&) noexcept;
  CollapsedAnnealer& operator=(CollapsedAnnealer&&) noexcept;

  const IsingProblem& problem() const { return problem_; }
  /// The spins that are annealed, in their order.
  std::span<const std::int32_t> kept() const { return kept_; }

  /// As IsingProblem::setFields and setCouplings.
  void setFields(std::span<const double> fields) { problem_.setFields(fields); }
  void setCouplings(std::span<const double> values);

  /// Anneals the kept spins through `betas`, one inverse temperature a sweep, and leaves whole
  /// states in `into`. Initial states give the kept spins only. Throws Error for numbers that are
  /// not possible and Cancelled when stopped.
  void sample(std::span<const double> betas, const ReadRequest& request, Reads& into,
              const SampleOptions& options = {});

 private:
  struct Scratch;
  class Read;

  void partition();
  void place(const std::vector<bool>& isFree);
  void loadCouplings();
  kernels::CollapsedGraph graph() const;

  IsingProblem problem_;
  bool plain_;
  std::vector<std::int32_t> kept_, free_;
  /// Where each coupling stands: in columns_, or in between_ in two places.
  struct Place {
    std::size_t at;
    std::optional<std::size_t> mirror;
  };
  std::vector<Place> places_;
  bool hasBetween_ = false;
  std::size_t freeRow_ = 0;
  std::vector<float> columns_, between_;
  std::unique_ptr<Scratch> scratch_;
};

}  // namespace nudge
