#pragma once

#include <vector>

#include "core/classics/Pattern.h"

namespace nudge {

/// The product of two vectors of signs as a chip computes it [Tables 3.2 and 3.3, Fig. 3.12]: −1 is
/// the bit 0 and +1 the bit 1, the product of two signs is XNOR of their bits, and the sum of n
/// products is 2·popcount − n.
struct XnorPopcount {
  std::vector<bool> activations, weights;  ///< as bits
  std::vector<bool> products;              ///< XNOR, bit by bit
  int ones = 0;                            ///< popcount of the products
  int sum = 0;                             ///< 2·ones − n: Σ w_i a_i
  bool output = false;                     ///< sum ≥ threshold
};

/// Throws Error unless both have the same number of entries, at least one.
XnorPopcount xnorPopcount(const Pattern& activations, const Pattern& weights, int threshold = 0);

}  // namespace nudge
