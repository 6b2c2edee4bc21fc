#include "app/ChipFind.h"

#include <QRegularExpression>

#include "app/FreeText.h"

namespace nudge {

namespace {

ChipFound findNeuron(int layer, int place, const ChipUse* use) {
  ChipFound found;
  if (use == nullptr) {
    found.problem = tr("No network is placed yet: press Embed.");
    return found;
  }
  if (layer < 1 || layer > use->layers()) {
    found.problem = tr("There is no layer %1; they go from 1 to %2.").arg(layer).arg(use->layers());
    return found;
  }
  const auto variable = use->variableAt(layer, place);
  if (!variable) {
    found.problem = tr("Layer %1 has no neuron %2; they go from 0 to %3.")
                        .arg(layer)
                        .arg(place)
                        .arg(use->layerSize(layer) - 1);
    return found;
  }
  found.variable = *variable;
  found.qubit = use->chain(*variable).front();
  return found;
}

}  // namespace

ChipFound findOnChip(const QString& text, const ChipGraph& chip, const ChipUse* use) {
  // The words may be in any language: only the numbers count.
  static const QRegularExpression digits(QStringLiteral("\\d+"));
  QList<int> numbers;
  auto matches = digits.globalMatch(text);
  while (matches.hasNext()) {
    bool fits = false;
    const int number = matches.next().captured().toInt(&fits);
    numbers << (fits ? number : -1);
  }
  if (numbers.size() == 2) return findNeuron(numbers[0], numbers[1], use);
  ChipFound found;
  if (numbers.size() != 1) {
    found.problem = tr("Write a neuron, like 2.7 for layer 2, neuron 7, or a qubit's number.");
  } else if (numbers[0] < 0 || numbers[0] >= chip.shape().labels()) {
    found.problem =
        tr("There is no such qubit; they go from 0 to %L1.").arg(chip.shape().labels() - 1);
  } else {
    found.qubit = numbers[0];
    if (use != nullptr) found.variable = use->variableOf(found.qubit);
  }
  return found;
}

}  // namespace nudge
