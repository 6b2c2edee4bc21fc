#include "app/SettingsSearch.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/Session.h"
#include "app/SettingsPanel.h"
#include "widgets/FieldRow.h"
#include "widgets/FieldText.h"
#include "widgets/Icons.h"

namespace nudge {

namespace {

constexpr int kMostNamed = 6;

}  // namespace

SettingsSearch::SettingsSearch(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      line_(new QLineEdit),
      note_(new QLabel),
      panels_(new QStackedWidget) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 6, 0, 0);
  column->setSpacing(2);
  auto* top = new QVBoxLayout;
  top->setContentsMargins(10, 0, 8, 0);
  line_->setObjectName("settingsSearch");
  line_->setAccessibleName(tr("Find a setting"));
  line_->setPlaceholderText(tr("Find a setting"));
  line_->setToolTip(tr(
      "Finds settings of every workspace by name, symbol or explanation (Ctrl+F); Escape leaves"));
  line_->addAction(Icons::icon(Glyph::Search), QLineEdit::LeadingPosition);
  line_->setClearButtonEnabled(true);
  line_->installEventFilter(this);
  note_->setObjectName("settingsSearchNote");
  note_->setWordWrap(true);
  note_->hide();
  top->addWidget(line_);
  top->addWidget(note_);
  column->addLayout(top);
  column->addWidget(panels_, 1);
  connect(line_, &QLineEdit::textChanged, this, &SettingsSearch::search);
}

void SettingsSearch::addPanel(SettingsPanel* panel) { panels_->addWidget(panel); }

void SettingsSearch::setCurrent(int index) {
  current_ = index;
  line_->clear();
  panels_->setCurrentIndex(index);
}

void SettingsSearch::find() {
  line_->setFocus(Qt::ShortcutFocusReason);
  line_->selectAll();
}

bool SettingsSearch::eventFilter(QObject* watched, QEvent* event) {
  const bool escape =
      event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape;
  if (!escape) return QWidget::eventFilter(watched, event);
  line_->clear();
  line_->clearFocus();
  return true;
}

void SettingsSearch::search(const QString& text) {
  if (text.trimmed().isEmpty()) {
    note_->hide();
    panels_->setCurrentIndex(current_);
    return;
  }
  if (all_ == nullptr) {
    all_ = new SettingsPanel(session_, {""});
    panels_->addWidget(all_);
    connect(&session_.document(), &Document::changed, this, [this] {
      if (panels_->currentWidget() == all_) showFound();
    });
  }
  panels_->setCurrentWidget(all_);
  showFound();
}

void SettingsSearch::showFound() {
  const int found = all_->form().setFilter(line_->text());
  const QString idle = idleMatches();
  QString words =
      found == 0 && idle.isEmpty() ? tr("No setting matches; try a shorter word.") : QString();
  if (!idle.isEmpty()) words = tr("Found, but without effect in this experiment: %1.").arg(idle);
  note_->setText(words);
  note_->setVisible(!words.isEmpty());
}

QString SettingsSearch::idleMatches() const {
  const QStringList keys = all_->form().idleMatches();
  QStringList names;
  for (const QString& key : keys.mid(0, kMostNamed))
    names << fieldText(Experiment::field(key.toStdString()).label);
  if (keys.size() > kMostNamed) names << "…";
  return names.join(", ");
}

}  // namespace nudge
