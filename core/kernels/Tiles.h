#pragma once

namespace nudge::kernels {

/// Whether this processor multiplies tiles of bytes (AMX) and the system lets it. Where not, the
/// kernels of tiles are plain loops, which are for tests alone.
bool multipliesTiles();

}  // namespace nudge::kernels
