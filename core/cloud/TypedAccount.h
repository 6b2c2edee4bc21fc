#pragma once

#include "core/cloud/IniFile.h"

namespace nudge {

/// What a person typed in of an account on D-Wave's cloud: endpoint or region, token, solver. Kept
/// in memory until the program ends, for every client that is made from now on; loadConfiguration
/// prefers it to the environment and to files. Empty values are left out. Any thread may call.
void setTypedAccount(const Settings& settings);
Settings typedAccount();

}  // namespace nudge
