#include "app/ChipEstimator.h"

namespace nudge {

ChipEstimator::ChipEstimator(QObject* parent)
    : QObject(parent),
      job_(
          this,
          [](const ChipEstimateRequest& request, const std::stop_token& stop) {
            return estimateChip(request.experiment, request.trainSamples, request.testSamples,
                                stop);
          },
          [this](const ChipEstimate& estimate) { emit done(estimate); },
          [this](const QString& message) { emit failed(message); }) {}

}  // namespace nudge
