#include "core/base/Random.h"

#include <cmath>
#include <numbers>

namespace nudge {

namespace {

struct Product {
  std::uint32_t high, low;
};

Product multiply(std::uint32_t a, std::uint32_t b) {
  const std::uint64_t product = std::uint64_t{a} * b;
  return {static_cast<std::uint32_t>(product >> 32), static_cast<std::uint32_t>(product)};
}

}  // namespace

Random::Random(std::uint64_t seed, Purpose purpose, std::uint64_t step)
    : key_{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)},
      counter_{0, static_cast<std::uint32_t>(purpose), static_cast<std::uint32_t>(step),
               static_cast<std::uint32_t>(step >> 32)} {}

void Random::refill() {
  std::array<std::uint32_t, 4> x = counter_;
  std::array<std::uint32_t, 2> key = key_;
  for (int round = 0; round < 10; ++round) {
    const Product a = multiply(0xD2511F53U, x[0]);
    const Product b = multiply(0xCD9E8D57U, x[2]);
    x = {b.high ^ x[1] ^ key[0], b.low, a.high ^ x[3] ^ key[1], a.low};
    key[0] += 0x9E3779B9U;
    key[1] += 0xBB67AE85U;
  }
  block_ = x;
  used_ = 0;
  ++counter_[0];
}

Random::result_type Random::operator()() {
  if (used_ == 4) refill();
  return block_[static_cast<std::size_t>(used_++)];
}

std::uint32_t Random::below(std::uint32_t n) {
  // Lemire's multiply-and-reject.
  Product product = multiply((*this)(), n);
  if (product.low < n) {
    const std::uint32_t threshold = (0U - n) % n;
    while (product.low < threshold) product = multiply((*this)(), n);
  }
  return product.high;
}

float Random::normal() {
  if (hasSpareNormal_) {
    hasSpareNormal_ = false;
    return spareNormal_;
  }
  // Box–Muller; 1 - u is in (0, 1], so that the logarithm is finite.
  const double radius = std::sqrt(-2.0 * std::log(1.0 - static_cast<double>(uniform())));
  const double angle = 2.0 * std::numbers::pi * static_cast<double>(uniform());
  spareNormal_ = static_cast<float>(radius * std::sin(angle));
  hasSpareNormal_ = true;
  return static_cast<float>(radius * std::cos(angle));
}

}  // namespace nudge
