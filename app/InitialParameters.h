#pragma once

#include <memory>

#include "core/network/Parameters.h"

namespace nudge {

/// The parameters that a run of a seed begins with, drawn once for a network and seed.
class InitialParameters {
 public:
  std::shared_ptr<const Parameters> of(const NetworkSpec& network, std::int64_t seed) {
    if (!drawn_ || seed_ != seed || !(network_ == network)) {
      drawn_ = std::make_shared<const Parameters>(
          Parameters::initial(network, static_cast<std::uint64_t>(seed)));
      network_ = network;
      seed_ = seed;
    }
    return drawn_;
  }

 private:
  NetworkSpec network_;
  std::int64_t seed_ = -1;
  std::shared_ptr<const Parameters> drawn_;
};

}  // namespace nudge
