#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/AnnealBytes.cpp"
#include "core/kernels/AnnealBytes.h"

#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "core/kernels/AnnealLanes-inl.h"

HWY_BEFORE_NAMESPACE();
namespace nudge::kernels::HWY_NAMESPACE {

#if HWY_TARGET == HWY_SCALAR

void annealBytesTuned(const ByteGraph& graph, std::span<const ByteRule> rules, RandomLanes& random,
                      const ByteLanes& lanes) {
  annealBytesPlain(graph, rules, random, lanes);
}

#else

namespace hn = hwy::HWY_NAMESPACE;

using ByteTag = hn::Repartition<std::uint8_t, WordTag>;
using SignedTag = hn::Repartition<std::int8_t, WordTag>;
using Bytes = hn::Vec<ByteTag>;
using SignedBytes = hn::Vec<SignedTag>;
using ByteMask = hn::Mask<ByteTag>;
constexpr std::size_t kBytesAPart = kByteReads / kParts;

/// 32 entries of a table, looked up by bytes from 0 to 31; `kWide`: beyond 15 too.
template <bool kWide>
class VectorTable {
 public:
  explicit VectorTable(const std::uint8_t* table)
      : first_(hn::LoadDup128(ByteTag(), table)), second_(hn::LoadDup128(ByteTag(), table + 16)) {}

  HWY_INLINE Bytes operator()(Bytes index) const {
    const ByteTag d;
    if constexpr (!kWide) return hn::TableLookupBytes(first_, index);
    const auto low = hn::And(index, hn::Set(d, 15));
    const auto isHigh = hn::Gt(index, hn::Set(d, 15));
    return hn::IfThenElse(isHigh, hn::TableLookupBytes(second_, low),
                          hn::TableLookupBytes(first_, low));
  }

 private:
  Bytes first_, second_;
};

template <bool kWide>
struct VectorByteRule {
  explicit VectorByteRule(const ByteRule& rule)
      : high(rule.high),
        middle(rule.middle),
        low(rule.low),
        frozen(hn::Set(ByteTag(), static_cast<std::uint8_t>(rule.frozen))) {}

  VectorTable<kWide> high, middle, low;
  Bytes frozen;
};

HWY_INLINE void drawBytes(VectorRandom& random, Bytes* bytes) {
  for (std::size_t p = 0; p < kParts; ++p) bytes[p] = hn::BitCast(ByteTag(), random.next(p));
}

/// Looks at the next byte of the random numbers where the ones before it did not decide.
template <class Table>
HWY_INLINE bool refine(const Table& table, const Bytes* costs, VectorRandom& random,
                       ByteMask* accepted, ByteMask* open) {
  const ByteTag d;
  Bytes bytes[kParts];
  drawBytes(random, bytes);
  bool any = false;
  for (std::size_t p = 0; p < kParts; ++p) {
    const Bytes limit = table(costs[p]);
    accepted[p] = hn::Or(accepted[p], hn::And(open[p], hn::Lt(bytes[p], limit)));
    open[p] = hn::And(open[p], hn::Eq(bytes[p], limit));
    any = any || !hn::AllFalse(d, open[p]);
  }
  return any;
}

/// Tries to flip spin i in all reads; what its neighbours' fields change by, divided by J, is ±2
/// where it did. Returns whether any did.
template <bool kWide>
HWY_INLINE bool attempt(std::size_t i, const VectorByteRule<kWide>& rule, VectorRandom& random,
                        const ByteLanes& lanes, SignedBytes* up, SignedBytes* flips) {
  const ByteTag d;
  const SignedTag ds;
  Bytes costs[kParts];
  bool stuck = true;
  for (std::size_t p = 0; p < kParts; ++p) {
    const std::size_t at = i * kByteReads + p * kBytesAPart;
    up[p] = hn::LoadU(ds, lanes.up + at);
    const auto cost = hn::Sub(hn::Xor(hn::LoadU(ds, lanes.fields + at), up[p]), up[p]);
    costs[p] = hn::BitCast(d, hn::Max(cost, hn::Zero(ds)));
    stuck = stuck && hn::AllTrue(d, hn::Eq(hn::Max(costs[p], rule.frozen), costs[p]));
  }
  if (stuck) return false;
  Bytes bytes[kParts];
  ByteMask accepted[kParts], open[kParts];
  drawBytes(random, bytes);
  bool undecided = false;
  for (std::size_t p = 0; p < kParts; ++p) {
    const Bytes limit = rule.high(costs[p]);
    const auto free = hn::Eq(costs[p], hn::Zero(d));
    accepted[p] = hn::Or(free, hn::Lt(bytes[p], limit));
    open[p] = hn::AndNot(free, hn::Eq(bytes[p], limit));
    undecided = undecided || !hn::AllFalse(d, open[p]);
  }
  if (undecided && refine(rule.middle, costs, random, accepted, open)) {
    refine(rule.low, costs, random, accepted, open);
  }
  bool any = false;
  for (std::size_t p = 0; p < kParts; ++p) {
    any = any || !hn::AllFalse(d, accepted[p]);
    flips[p] = hn::BitCast(ds, hn::VecFromMask(d, accepted[p]));
    hn::StoreU(hn::Xor(up[p], flips[p]), ds, lanes.up + i * kByteReads + p * kBytesAPart);
  }
  return any;
}

HWY_INLINE void applyRuns(const ByteGraph& graph, std::size_t i, const SignedBytes* up,
                          const SignedBytes* flips, std::int8_t* fields) {
  const SignedTag ds;
  if (graph.runFirst[i] == graph.runFirst[i + 1]) return;
  std::uint32_t k = graph.runFirst[i] == 0 ? 0 : graph.runs[graph.runFirst[i] - 1].end;
  for (std::uint32_t r = graph.runFirst[i]; r < graph.runFirst[i + 1]; ++r) {
    const ByteRun run = graph.runs[r];
    SignedBytes change[kParts];
    for (std::size_t p = 0; p < kParts; ++p) {
      // −2Jσ where σ was flipped.
      const auto signedTwice = hn::Sub(hn::Xor(hn::Set(ds, run.twice), up[p]), up[p]);
      change[p] = hn::And(signedTwice, flips[p]);
    }
    for (; k < run.end; ++k) {
      for (std::size_t p = 0; p < kParts; ++p) {
        std::int8_t* field =
            fields + static_cast<std::size_t>(graph.spins[k]) * kByteReads + p * kBytesAPart;
        hn::StoreU(hn::Add(hn::LoadU(ds, field), change[p]), ds, field);
      }
    }
  }
}

template <bool kWide>
void annealAll(const ByteGraph& graph, std::span<const ByteRule> rules, RandomLanes& random,
               const ByteLanes& lanes) {
  VectorRandom generators(random);
  for (const ByteRule& plainRule : rules) {
    const VectorByteRule<kWide> rule(plainRule);
    for (std::size_t i = 0; i < graph.count; ++i) {
      SignedBytes up[kParts], flips[kParts];
      if (attempt<kWide>(i, rule, generators, lanes, up, flips)) {
        applyRuns(graph, i, up, flips, lanes.fields);
      }
    }
  }
  generators.store(random);
}

void annealBytesTuned(const ByteGraph& graph, std::span<const ByteRule> rules, RandomLanes& random,
                      const ByteLanes& lanes) {
  graph.most > 15 ? annealAll<true>(graph, rules, random, lanes)
                  : annealAll<false>(graph, rules, random, lanes);
}

#endif

}  // namespace nudge::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include <algorithm>
#include <array>
#include <cmath>

namespace nudge::kernels {

HWY_EXPORT(annealBytesTuned);

ByteRule::ByteRule(double beta, double unit) {
  frozen = 32;
  for (int x = 0; x < 32; ++x) {
    const double limit = std::min(std::ldexp(std::exp(-2 * beta * unit * x), 24), 0x1p24 - 1);
    const auto bits = static_cast<std::uint32_t>(std::lround(limit));
    high[x] = static_cast<std::uint8_t>(bits >> 16);
    middle[x] = static_cast<std::uint8_t>(bits >> 8);
    low[x] = static_cast<std::uint8_t>(bits);
    if (bits == 0 && x > 0 && frozen == 32) frozen = static_cast<std::int8_t>(x);
  }
}

void annealBytes(const ByteGraph& graph, std::span<const ByteRule> rules, RandomLanes& random,
                 const ByteLanes& lanes) {
  HWY_DYNAMIC_DISPATCH(annealBytesTuned)(graph, rules, random, lanes);
}

namespace {

using Drawn = std::array<std::uint8_t, kByteReads>;

Drawn draw(RandomLanes& random) {
  Drawn bytes;
  for (std::size_t k = 0; k < kRandomLanes; ++k) {
    const std::uint32_t word = random.next(k);
    for (std::size_t b = 0; b < 4; ++b) {
      bytes[4 * k + b] = static_cast<std::uint8_t>(word >> (8 * b));
    }
  }
  return bytes;
}

void flipPlain(const ByteGraph& graph, std::size_t i, std::size_t read, const ByteLanes& lanes) {
  std::int8_t& up = lanes.up[i * kByteReads + read];
  const int spin = up != 0 ? 1 : -1;
  up = static_cast<std::int8_t>(~up);
  std::uint32_t k = graph.runFirst[i] == 0 ? 0 : graph.runs[graph.runFirst[i] - 1].end;
  for (std::uint32_t r = graph.runFirst[i]; r < graph.runFirst[i + 1]; ++r) {
    for (; k < graph.runs[r].end; ++k) {
      std::int8_t& field =
          lanes.fields[static_cast<std::size_t>(graph.spins[k]) * kByteReads + read];
      field = static_cast<std::int8_t>(field - graph.runs[r].twice * spin);
    }
  }
}

void attemptPlain(const ByteGraph& graph, std::size_t i, const ByteRule& rule, RandomLanes& random,
                  const ByteLanes& lanes) {
  std::array<int, kByteReads> costs;
  std::array<bool, kByteReads> accepted{}, open{};
  bool stuck = true;
  for (std::size_t r = 0; r < kByteReads; ++r) {
    const std::int8_t field = lanes.fields[i * kByteReads + r];
    costs[r] = std::max(0, lanes.up[i * kByteReads + r] != 0 ? -field : field);
    stuck = stuck && costs[r] >= rule.frozen;
    accepted[r] = costs[r] == 0;
    open[r] = !accepted[r];
  }
  if (stuck) return;
  bool undecided = true;
  for (const std::uint8_t* table : {rule.high, rule.middle, rule.low}) {
    if (!undecided) break;
    undecided = false;
    const Drawn bytes = draw(random);
    for (std::size_t r = 0; r < kByteReads; ++r) {
      accepted[r] = accepted[r] || (open[r] && bytes[r] < table[costs[r]]);
      open[r] = open[r] && bytes[r] == table[costs[r]];
      undecided = undecided || open[r];
    }
  }
  for (std::size_t r = 0; r < kByteReads; ++r) {
    if (accepted[r]) flipPlain(graph, i, r, lanes);
  }
}

}  // namespace

void annealBytesPlain(const ByteGraph& graph, std::span<const ByteRule> rules, RandomLanes& random,
                      const ByteLanes& lanes) {
  for (const ByteRule& rule : rules) {
    for (std::size_t i = 0; i < graph.count; ++i) attemptPlain(graph, i, rule, random, lanes);
  }
}

}  // namespace nudge::kernels
#endif
