#include "core/kernels/Tiles.h"

#include "core/kernels/Tiles-inl.h"

#if NUDGE_TILES
#include <cpuid.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace nudge::kernels {

#if NUDGE_TILES

namespace {

bool askForTiles() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  if (__get_cpuid_count(7, 0, &a, &b, &c, &d) == 0) return false;
  constexpr unsigned kTiles = 1U << 24U, kBytes = 1U << 25U;
  if ((d & kTiles) == 0 || (d & kBytes) == 0) return false;
  if (!__builtin_cpu_supports("avx512f") || !__builtin_cpu_supports("avx512bw")) return false;
  // Linux hands out the tiles' registers to those that ask (its Documentation/arch/x86/xstate.rst).
  constexpr long kRequestPermission = 0x1023, kTileData = 18;
  return syscall(SYS_arch_prctl, kRequestPermission, kTileData) == 0;
}

}  // namespace

bool multipliesTiles() {
  static const bool granted = askForTiles();
  return granted;
}

#else
bool multipliesTiles() { return false; }
#endif

}  // namespace nudge::kernels
