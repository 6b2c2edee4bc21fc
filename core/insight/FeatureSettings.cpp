#include "core/insight/FeatureSettings.h"

namespace nudge {

const Fields<FeatureSettings>& FeatureSettings::fields() {
  static const Fields<FeatureSettings> table = [] {
    FieldTable<FeatureSettings> t;
    t.add(&FeatureSettings::steps, "features.steps", "Steps", "",
          "How often the input moves along the gradient")
        .range(1, 10'000)
        .in("steps")
        .from("section 5.3.2");
    t.add(&FeatureSettings::rate, "features.rate", "Rate", "η",
          "How far a pixel with the root mean square of the gradient moves in a step, in ranges of "
          "a "
          "pixel")
        .above(0, 10);
    t.add(&FeatureSettings::regularisation, "features.regularisation", "Regularisation", "L",
          "Decay of every pixel to 0: a pixel comes to 1/L of its gradient over the root mean "
          "square; keeps pixels dark that hardly matter; without it all go to black or white")
        .range(0, 10);
    t.add(&FeatureSettings::smoothing, "features.smoothing", "Smoothing", "",
          "How much of a pixel its neighbours give it after each step, 0 … 1")
        .range(0, 1)
        .folded();
    t.add(&FeatureSettings::start, "features.start", "Start", "Where the input begins",
          {{"noise", "Small noise", "within a tenth of a pixel's range of 0"},
           {"zero", "Zero", "every pixel 0"},
           {"mean", "Mean image", "the mean of the training images"}})
        .from("section 5.3.2");
    t.add(&FeatureSettings::clipped, "features.clipped", "Clipped neurons",
          "How the gradient passes hidden neurons of the copy that are clipped",
          {{"pass", "Let it pass", "by their pre-activation, as if they were not clipped"},
           {"block", "Block it", "the copy's exact gradient; few neurons are left to draw with"}})
        .folded();
    t.add(&FeatureSettings::seed, "features.seed", "Seed", "", "Of the noise at the start")
        .range(0, 9'000'000'000'000'000.0)
        .folded();
    t.add(&FeatureSettings::gain, "features.gain", "Gain of the copy", "g",
          "Slope of the copy's activation where the machine's own is a step: HardTanh(g·z)")
        .above(0, 1000)
        .from("section 5.3.2")
        .folded();
    t.add(&FeatureSettings::samples, "features.samples", "Images for the accuracy", "",
          "How many images of each set, at most, tell the copy's accuracy")
        .range(1, 10'000'000)
        .in("images")
        .folded();
    return std::move(t).take();
  }();
  return table;
}

}  // namespace nudge
