#pragma once

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace nudge::kernels {

/// How many random words an annealing draws at once; each of these lanes has its own generator.
constexpr std::size_t kRandomLanes = 16;

/// Generators of kRandomLanes lanes (xoshiro128++ of Blackman and Vigna): word w of lane k is
/// words[w·kRandomLanes + k]. No lane's four words may all be zero.
struct RandomLanes {
  alignas(64) std::uint32_t words[4 * kRandomLanes];

  /// The next 32 random bits of one lane.
  std::uint32_t next(std::size_t lane) {
    std::uint32_t& a = words[lane];
    std::uint32_t& b = words[kRandomLanes + lane];
    std::uint32_t& c = words[2 * kRandomLanes + lane];
    std::uint32_t& d = words[3 * kRandomLanes + lane];
    const std::uint32_t result = std::rotl(a + d, 7) + a;
    const std::uint32_t shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = std::rotl(d, 11);
    return result;
  }
};

/// log2 of a uniform number u in (0, 1], made of 32 random bits: the odd multiples of 2^-25. Wrong
/// by at most 3e-5, so that a move is accepted with a probability that is right to 2e-5 of itself.
struct LogOfRandom {
  static constexpr float kLeast = -25;  ///< no result is below
  static constexpr float c0 = 0.44191698F, c1 = -0.26717894F, c2 = 0.14842563F, c3 = -0.045148384F;

  static float of(std::uint32_t random) {
    const auto odd = static_cast<float>(static_cast<std::int32_t>(random >> 7 | 1));
    const auto bits = std::bit_cast<std::int32_t>(odd);
    const float m = std::bit_cast<float>((bits & 0x7FFFFF) | 0x3F800000) - 1.0F;
    // The bits of a float are nearly its logarithm: exponent, and a mantissa that lies below by a
    // bump, which a polynomial that is 0 at both ends makes good.
    const float line = std::fma(static_cast<float>(bits), 0x1p-23F, -(127.0F + 25.0F));
    const float bump = std::fma(-m, m, m);
    const float inner = std::fma(std::fma(std::fma(c3, m, c2), m, c1), m, c0);
    return std::fma(bump, inner, line);
  }
};

}  // namespace nudge::kernels
