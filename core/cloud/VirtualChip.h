#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "core/chip/ChipGraph.h"
#include "core/cloud/ChipSampler.h"
#include "core/cloud/JobBoard.h"
#include "core/cloud/Token.h"

namespace nudge {

/// How a virtual chip is served.
struct VirtualChipSettings {
  std::string name = "Nudge_virtual1.0";
  std::string host = "127.0.0.1";
  int port = 0;  ///< 0: any that is free
  Token token;   ///< that clients must send; empty: none
  ChipPhysics physics;
  BoardLimits limits;
  std::size_t largestBody = std::size_t{32} << 20;  ///< bytes, as sent and unpacked
  std::chrono::seconds patience{10};  ///< for a client to send its request, or take its answer
};

/// A virtual annealing chip behind D-Wave's protocol (SAPI 3), for any client that speaks it. It
/// answers from the moment it is made until it is destroyed, on threads of its own.
class VirtualChip {
 public:
  /// Throws Error where the port cannot be had, settings are not possible, or where others could
  /// reach it without a token.
  explicit VirtualChip(const ChipGraph& chip, const VirtualChipSettings& settings = {});
  /// Cancels what has not ended.
  ~VirtualChip();
  VirtualChip(const VirtualChip&) = delete;
  VirtualChip& operator=(const VirtualChip&) = delete;

  /// "http://127.0.0.1:PORT/sapi/".
  std::string endpoint() const;
  int port() const;
  const SolverProperties& solver() const;

 private:
  class Server;
  std::unique_ptr<Server> server_;
};

}  // namespace nudge
