#include "app/FeatureText.h"

#include <algorithm>

#include "app/FreeText.h"
#include "widgets/NumberText.h"

namespace nudge {

namespace {

// Of what the network gains over chance, what the copy must keep to be a good or a fair likeness.
constexpr double kGoodLikeness = 0.85;
constexpr double kFairLikeness = 0.5;

QString percentText(double percent) { return QStringLiteral("%1\u00a0%").arg(percent, 0, 'f', 1); }

QString accuracyText(const Accuracy& accuracy) {
  return accuracy.samples > 0 ? percentText(accuracy.percent) : QStringLiteral("–");
}

QString likenessText(double kept) {
  if (kept >= kGoodLikeness)
    return tr("The copy sees nearly what the network sees: trust the pictures.");
  if (kept >= kFairLikeness) {
    return tr("The copy sees much of what the network sees: take the pictures as a sketch.");
  }
  return tr(
      "The copy sees little of what the network sees, which needs its feedback: do not trust the "
      "pictures.");
}

}  // namespace

QString trustText(const FeaturesFound& found, std::optional<double> networkTest) {
  if (!found.classes) return {};
  const ClassPatterns& classes = *found.classes;
  QString text = tr("<b>Copy without feedback</b><br>train %1 of %L2 images<br>test %3 of %L4")
                     .arg(accuracyText(classes.train))
                     .arg(classes.train.samples)
                     .arg(accuracyText(classes.test))
                     .arg(classes.test.samples);
  if (found.units) {
    text += tr("<br>This image: machine\u00a0%1, copy\u00a0%2")
                .arg(found.units->predicted)
                .arg(found.units->copied);
  }
  if (!found.request.parameters) {
    text += tr("<p>Nothing is learnt yet: the pictures show chance.");
  } else if (networkTest) {
    const double chance = 100.0 / found.request.network.classes();
    text += tr("<p>The network itself: test %1. ").arg(percentText(*networkTest)) +
            likenessText((classes.test.percent - chance) / std::max(1.0, *networkTest - chance));
  }
  // Where thousands stand apart by a narrow blank, a line could end within a number.
  return text.replace(QChar(0x202f), QChar(0x00a0));
}

QString unitText(const FeaturesFound& found, int unit, int chosenClass) {
  if (!found.units) return {};
  for (const ActiveUnit& one : found.units->units) {
    if (one.unit != unit) continue;
    const QString words = one.filter ? tr("channel %1: ρ = %2, w = %3 to class %4")
                                     : tr("neuron %1: ρ = %2, w = %3 to class %4");
    return words.arg(unit)
        .arg(threeDigits(one.activity), threeDigits(static_cast<double>(one.pull[chosenClass])))
        .arg(chosenClass);
  }
  return {};
}

}  // namespace nudge
