#include "app/workspaces/AnnealingHint.h"

#include <QLabel>
#include <QVBoxLayout>

#include "app/workspaces/AnnealingBar.h"
#include "app/workspaces/Workspace.h"

namespace nudge {

AnnealingHint::AnnealingHint(QWidget* parent) : QWidget(parent) {
  auto* column = new QVBoxLayout(this);
  auto* text = new QLabel(
      tr("This machine settles without annealing. Choose “Simulated annealing” as the machine at "
         "the top, for a network of spins or of binary neurons, or begin with an example:"));
  text->setObjectName("annealingHint");
  text->setWordWrap(true);
  text->setAlignment(Qt::AlignCenter);
  auto* example = makeTextButton(Glyph::Annealing, tr("Spins that learn drawn digits"),
                                 tr("Opens the preset %1; that can be undone").arg(kExample),
                                 "annealingExample");
  connect(example, &QToolButton::clicked, this, &AnnealingHint::exampleAsked);
  QToolButton* open = AnnealingBar::makeOpenButton("openProblemFromHint");
  connect(open, &QToolButton::clicked, this, &AnnealingHint::openAsked);
  column->addStretch();
  column->addWidget(text);
  column->addWidget(example, 0, Qt::AlignHCenter);
  column->addWidget(open, 0, Qt::AlignHCenter);
  column->addStretch();
}

}  // namespace nudge
