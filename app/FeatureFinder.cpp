#include "app/FeatureFinder.h"

#include <algorithm>
#include <optional>

#include "core/base/Parallel.h"

namespace nudge {

namespace {

// What a look at a large network may cost: connections times images.
constexpr double kAffordable = 1e11;
constexpr int kFewest = 100;
constexpr double kClassesShare = 0.5;  // of the progress, where class patterns are looked for

int affordableSamples(const NetworkSpec& network, int most) {
  const double images = kAffordable / static_cast<double>(std::max(1LL, network.synapses()));
  return std::min(most, static_cast<int>(std::max<double>(kFewest, std::min(images, 1e7))));
}

}  // namespace

bool FeatureRequest::samePatterns(const FeatureRequest& other) const {
  const bool sameStart = parameters || seed == other.seed;
  return parameters == other.parameters && sameStart && data == other.data &&
         settings == other.settings && network == other.network;
}

bool FeatureRequest::sameAs(const FeatureRequest& other) const {
  return samePatterns(other) && machine == other.machine && seed == other.seed &&
         layer == other.layer && units == other.units && image.size() == other.image.size() &&
         image == other.image;
}

FeatureFinder::FeatureFinder(QObject* parent)
    : QObject(parent),
      job_(
          this, [this](const Task& task, const std::stop_token& stop) { return find(task, stop); },
          [this](const FeaturesFound& result) { emit found(result); },
          [this](const QString& message) { emit failed(message); }) {}

void FeatureFinder::request(FeatureRequest request) {
  // What goes on is of use still where only the image is another one.
  if (!request.samePatterns(last_)) stop_.request_stop();
  if (stop_.stop_requested()) stop_ = {};
  last_ = request;
  job_.request({std::move(request), stop_});
}

void FeatureFinder::cancel() { stop_.request_stop(); }

void FeatureFinder::findClasses(FeaturesFound& found, const FeedForward& copy, const Watch& watch) {
  const FeatureRequest& request = found.request;
  FeatureSettings settings = request.settings;
  settings.samples = affordableSamples(request.network, settings.samples);
  canvas_ = Canvas::of(*request.data);
  classes_.reset();
  classes_ = std::make_shared<const ClassPatterns>(
      classPatterns(copy, *request.data, canvas_, settings, watch));
  known_ = request;
  found.classes = classes_;
  QMetaObject::invokeMethod(
      this, [this, found] { emit this->found(found); }, Qt::QueuedConnection);
}

FeaturesFound FeatureFinder::find(const Task& task, const std::stop_token& stop) {
  // Two ask to stop: the hand, and the end of the window.
  std::stop_source source = task.stop;
  const std::stop_callback end(stop, [&] { source.request_stop(); });
  std::optional<ThreadLimit> limit;
  if (task.request.gentle) limit.emplace(1);
  FeaturesFound result{task.request, nullptr, nullptr, false};
  const FeatureRequest& request = result.request;
  progress_ = 0;
  try {
    const auto parameters =
        request.parameters ? request.parameters : initial_.of(request.network, request.seed);
    const FeedForward copy(request.network, *parameters, request.settings.gain);
    const bool known = classes_ && request.samePatterns(known_);
    result.classes = classes_;
    const double before = known ? 0 : kClassesShare;
    if (!known) {
      findClasses(result, copy,
                  {source.get_token(), [&](double share) { progress_ = kClassesShare * share; }});
    }
    if (request.layer > 0) {
      result.units = std::make_shared<const ActiveUnits>(activeUnits(
          copy, request.machine, *parameters, request.image, request.layer, request.units,
          {static_cast<std::uint64_t>(request.seed), 0}, request.settings, canvas_,
          {source.get_token(), [&](double share) { progress_ = before + (1 - before) * share; }}));
    }
  } catch (const Cancelled&) {
    if (stop.stop_requested()) throw;
    result.classes = request.samePatterns(known_) ? classes_ : nullptr;
    result.cancelled = true;
  }
  return result;
}

}  // namespace nudge
