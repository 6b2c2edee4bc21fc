#include "core/machine/Machine.h"

#include "core/machine/EnergyMachine.h"
#include "core/machine/PrototypicalMachine.h"

namespace nudge {

std::unique_ptr<Machine> makeMachine(const NetworkSpec& network, const MachineSettings& settings) {
  switch (settings.kind) {
    case MachineKind::Energy:
      return std::make_unique<EnergyMachine>(network, settings);
    case MachineKind::Prototypical:
      return std::make_unique<PrototypicalMachine>(network, settings);
  }
  return nullptr;
}

}  // namespace nudge
