#include "app/classics/ClassicPage.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

#include "app/workspaces/Workspace.h"

namespace nudge {

ClassicPage::ClassicPage(Session& session, const char* id, const QString& name, const QString& link)
    : session_(session),
      id_(id),
      name_(name),
      bar_(new QHBoxLayout),
      body_(new QVBoxLayout),
      said_(new QLabel) {
  setObjectName("classic-" + id_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  auto* about = new QLabel(link);
  about->setObjectName(id_ + "Link");
  about->setWordWrap(true);
  column->addWidget(about);
  column->addLayout(bar_);
  column->addLayout(body_, 1);
  said_->setObjectName(id_ + "Said");
  said_->setWordWrap(true);
  column->addWidget(said_);
}

QString ClassicPage::said() const { return said_->text(); }
void ClassicPage::say(const QString& sentence) { said_->setText(sentence); }

QToolButton* ClassicPage::addButton(Glyph glyph, const QString& text, const QString& tip,
                                    const char* name, const std::function<void()>& action) {
  auto* button = makeTextButton(glyph, text, tip, name);
  connect(button, &QToolButton::clicked, this, action);
  bar_->addWidget(button);
  return button;
}

QSpinBox* ClassicPage::addNumber(const char* name, const QString& prefix, int least, int most,
                                 int value, const QString& tip) {
  auto* box = new QSpinBox;
  box->setObjectName(name);
  box->setAccessibleName(prefix.trimmed());
  box->setPrefix(prefix);
  box->setRange(least, most);
  box->setValue(value);
  box->setToolTip(tip);
  bar_->addWidget(box);
  return box;
}

QComboBox* ClassicPage::addChoice(const char* name, const QString& label,
                                  const QStringList& choices, const QString& tip) {
  auto* box = new QComboBox;
  box->setObjectName(name);
  box->setAccessibleName(label);
  box->addItems(choices);
  box->setToolTip(tip);
  bar_->addWidget(box);
  return box;
}

}  // namespace nudge
