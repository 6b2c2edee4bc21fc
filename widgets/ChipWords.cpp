// What a chip tells in words: on hover, to those who cannot see it, and as a table.
#include <algorithm>

#include "core/chip/ChipCoordinates.h"
#include "widgets/ChipView.h"
#include "widgets/NumberText.h"

namespace nudge {

namespace {

QString row(const QString& name, const QString& value) {
  return QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td>%2</td></tr>").arg(name, value);
}

}  // namespace

QString ChipView::describe(int qubit) const {
  if (!chip_ || qubit < 0) return {};
  QString rows = row(tr("place"), QString::fromStdString(coordinateText(chip_->shape(), qubit)));
  const int variable = use_ ? use_->variableOf(qubit) : -1;
  if (isFaulty(qubit)) {
    rows += row(tr("state"), tr("faulty: chains go around it"));
  } else if (variable < 0) {
    rows += row(tr("state"), tr("not used; %1 couplers").arg(chip_->neighbours(qubit).size()));
  }
  if (variable >= 0) {
    const auto chain = use_->chain(variable);
    rows +=
        row(tr("neuron"),
            tr("layer %1, neuron %2").arg(use_->layerOf(variable)).arg(use_->placeOf(variable)));
    rows += row(tr("chain"),
                tr("%n qubit(s)", nullptr, static_cast<int>(chain.size())) +
                    (broken_[static_cast<std::size_t>(variable)] ? tr(", broken") : QString()));
    rows += row(tr("coupled to"),
                tr("%n neuron(s)", nullptr, static_cast<int>(use_->neighbours(variable).size())));
    if (problem_ && static_cast<std::size_t>(variable) < problem_->spins()) {
      const double field = problem_->fields()[static_cast<std::size_t>(variable)];
      rows += row(tr("field h"), tr("%1, a share of %2 here")
                                     .arg(threeDigits(field),
                                          threeDigits(field / static_cast<double>(chain.size()))));
      double least = 0, most = 0;
      bool any = false;
      for (const Neighbour& n : problem_->neighbours(static_cast<std::size_t>(variable))) {
        const double value = problem_->couplings()[static_cast<std::size_t>(n.coupling)].value;
        least = any ? std::min(least, value) : value;
        most = any ? std::max(most, value) : value;
        any = true;
      }
      if (any)
        rows += row(tr("couplings J"), tr("%1 to %2").arg(threeDigits(least), threeDigits(most)));
    }
  }
  const auto q = static_cast<std::size_t>(qubit);
  if (q < spins_.size() && spins_[q] != 0) {
    rows += row(tr("spin σ"), spins_[q] > 0 ? QStringLiteral("+1") : QStringLiteral("−1"));
  }
  return QStringLiteral("<b>%1</b><table>%2</table>").arg(tr("qubit %1").arg(qubit), rows);
}

void ChipView::describeAccessibly() {
  if (!chip_) return setAccessibleDescription(tr("no chip yet"));
  QStringList words{tr("%1: %L2 qubits, %L3 couplers")
                        .arg(QString::fromStdString(chip_->shape().text()))
                        .arg(chip_->qubits().size())
                        .arg(chip_->couplers().size())};
  if (use_) {
    words << tr("%L1 neurons on %L2 qubits, chains of at most %3")
                 .arg(use_->variables())
                 .arg(use_->statistics().qubits)
                 .arg(use_->statistics().longest);
  }
  if (!faults_.empty()) words << tr("%L1 marked as faulty").arg(faults_.size());
  if (brokenCount_ > 0) words << tr("%L1 broken chains").arg(brokenCount_);
  if (followed_ >= 0) {
    words << tr("following layer %1, neuron %2")
                 .arg(use_->layerOf(followed_))
                 .arg(use_->placeOf(followed_));
  }
  if (qubit_ >= 0) words << tr("qubit %1 in hand").arg(qubit_);
  setAccessibleDescription(words.join(QStringLiteral("; ")));
}

QString ChipView::csv() const {
  QString text = QStringLiteral("qubit,place,state,layer,neuron,chain length,spin\n");
  for (const Node& node : nodes_) {
    const auto q = static_cast<std::size_t>(node.qubit);
    const QString state = node.faulty          ? QStringLiteral("faulty")
                          : node.variable >= 0 ? QStringLiteral("used")
                                               : QStringLiteral("unused");
    text += QStringLiteral("%1,\"%2\",%3,")
                .arg(node.qubit)
                .arg(QString::fromStdString(coordinateText(chip_->shape(), node.qubit)), state);
    if (node.variable >= 0) {
      text += QStringLiteral("%1,%2,%3")
                  .arg(use_->layerOf(node.variable))
                  .arg(use_->placeOf(node.variable))
                  .arg(use_->chain(node.variable).size());
    } else {
      text += QStringLiteral(",,");
    }
    text += QLatin1Char(',');
    if (q < spins_.size() && spins_[q] != 0) text += QString::number(spins_[q]);
    text += QLatin1Char('\n');
  }
  return text;
}

}  // namespace nudge
