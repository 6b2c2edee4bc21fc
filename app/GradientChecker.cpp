#include "app/GradientChecker.h"

namespace nudge {

namespace {
// A pause is this many times as long as the check before it, and not shorter than the least.
constexpr int kPauses = 4;
constexpr qint64 kLeastMilliseconds = 60;
}  // namespace

GradientChecker::GradientChecker(QObject* parent)
    : QObject(parent),
      job_(
          this,
          [this](const GradientCheckRequest& request, const std::stop_token& stop) {
            const Experiment& experiment = request.experiment;
            const auto parameters = request.parameters
                                        ? request.parameters
                                        : initial_.of(experiment.network, experiment.seed);
            return std::make_shared<const GradientCheck>(
                checkGradient(experiment.network, experiment.machine, experiment.learning,
                              *parameters, request.batch, stop));
          },
          [this](const Result& check) {
            end();
            emit done(check);
          },
          [this](const QString& message) {
            end();
            emit failed(message);
          }) {
  pause_.setSingleShot(true);
  connect(&pause_, &QTimer::timeout, this, &GradientChecker::begin);
}

void GradientChecker::request(GradientCheckRequest request) {
  waiting_ = std::move(request);
  if (!pause_.isActive() && !job_.busy()) begin();
}

void GradientChecker::begin() {
  if (!waiting_) return;
  clock_.start();
  job_.request(std::move(*waiting_));
  waiting_.reset();
}

void GradientChecker::end() {
  pause_.start(static_cast<int>(std::max(kLeastMilliseconds, kPauses * clock_.elapsed())));
}

}  // namespace nudge
