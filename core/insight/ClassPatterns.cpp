#include "core/insight/ClassPatterns.h"

namespace nudge {

int ClassPatterns::own() const {
  int count = 0;
  for (std::size_t c = 0; c < given.size(); ++c) count += given[c] == static_cast<int>(c) ? 1 : 0;
  return count;
}

ClassPatterns classPatterns(const FeedForward& copy, const Dataset& data, const Canvas& canvas,
                            const FeatureSettings& settings, const Watch& watch) {
  std::vector<Feature> features(static_cast<std::size_t>(copy.network().classes()));
  for (std::size_t c = 0; c < features.size(); ++c) features[c].unit = static_cast<int>(c);
  ClassPatterns result;
  result.shape = canvas.shape;
  result.scale = canvas.scale;
  result.patterns = exciteMost(copy, features, settings, canvas, watch);
  const FeedForward::Pass pass = copy.run(result.patterns);
  result.outputs = pass.outputs();
  result.given = copy.predict(pass);
  result.train = copy.accuracy(data.train, settings.samples, watch.stop);
  result.test = copy.accuracy(data.test, settings.samples, watch.stop);
  return result;
}

}  // namespace nudge
