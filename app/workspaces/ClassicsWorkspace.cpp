#include "app/workspaces/ClassicsWorkspace.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include "app/classics/AssociativePage.h"
#include "app/classics/BoltzmannPage.h"
#include "app/classics/CutPage.h"
#include "app/classics/HopfieldPage.h"
#include "app/classics/MemristorPage.h"
#include "app/classics/ResistorPage.h"
#include "app/classics/XnorPage.h"

namespace nudge {

ClassicsWorkspace::ClassicsWorkspace(Session& session, QWidget* parent)
    : Workspace(parent), session_(session), tabs_(new QTabBar), stack_(new QStackedWidget) {
  setObjectName("classicsWorkspace");
  auto* column = new QVBoxLayout(this);
  tabs_->setObjectName("classicsTabs");
  tabs_->setAccessibleName(tr("The classics"));
  tabs_->setDrawBase(false);
  tabs_->setExpanding(false);
  column->addWidget(tabs_);
  column->addWidget(stack_, 1);
}

const std::vector<ClassicPage*>& ClassicsWorkspace::pages() {
  if (!pages_.empty()) return pages_;
  pages_ = {new HopfieldPage(session_), new AssociativePage(session_), new BoltzmannPage(session_),
            new CutPage(session_),      new MemristorPage(session_),   new ResistorPage(session_),
            new XnorPage(session_)};
  for (ClassicPage* page : pages_) {
    tabs_->addTab(page->name());
    stack_->addWidget(page);
  }
  connect(tabs_, &QTabBar::currentChanged, this, &ClassicsWorkspace::showPage);
  return pages_;
}

ClassicPage& ClassicsWorkspace::current() const {
  return *pages_[static_cast<std::size_t>(stack_->currentIndex())];
}

void ClassicsWorkspace::showPage(int index) {
  pages();
  tabs_->setCurrentIndex(index);
  stack_->setCurrentIndex(index);
  session_.facts().set("classics.page", current().id().toStdString());
}

void ClassicsWorkspace::catchUp() {
  pages();
  showPage(stack_->currentIndex());
}

bool ClassicsWorkspace::complete() const { return pages_.empty() || current().complete(); }
void ClassicsWorkspace::togglePlay() { current().togglePlay(); }
void ClassicsWorkspace::stepForward() { current().stepForward(); }
void ClassicsWorkspace::restart() { current().restart(); }

}  // namespace nudge
