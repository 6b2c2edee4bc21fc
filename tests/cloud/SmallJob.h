#pragma once

#include <chrono>
#include <string>

#include <QtTest>

#include "core/cloud/CloudClient.h"
#include "core/cloud/CloudError.h"
#include "tests/cloud/Exchanges.h"

namespace nudge::test {

inline const std::string kSecret = "DEV-0123456789abcdef";

inline CloudConfiguration configuredFor(const std::string& endpoint) {
  CloudConfiguration configuration =
      configurationFrom({{"endpoint", endpoint}, {"token", kSecret}});
  configuration.retries = 2;
  configuration.readTimeout = std::chrono::milliseconds(1000);
  return configuration;
}

inline JobRequest smallJob() {
  const QubitProblem problem{{0, 4}, IsingProblem({1, 0}, {{0, 1, -1}})};
  return jobFor(smallSolver(), problem, {{"num_reads", 10}});
}

struct Failure {
  CloudFault fault = CloudFault::Configuration;
  std::string text;
};

template <class Action>
Failure faultOf(Action action) {
  try {
    action();
  } catch (const CloudError& error) {
    if (says(error.what(), kSecret)) qFatal("a message tells the token");
    return {error.fault(), error.what()};
  }
  return {CloudFault::Configuration, "no failure"};
}

}  // namespace nudge::test
