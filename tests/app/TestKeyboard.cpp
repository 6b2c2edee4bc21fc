// The window without a mouse: Tab reaches everything, and everything says what it is.
#include <functional>
#include <set>

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QButtonGroup>
#include <QComboBox>
#include <QTabBar>
#include <QToolBar>
#include <QToolButton>

#include "app/classics/ClassicPage.h"
#include "app/workspaces/ClassicsWorkspace.h"
#include "tests/TestProgram.h"
#include "tests/app/WindowFixture.h"

using namespace nudge;
using namespace nudge::test;

namespace {

constexpr int kMostTabs = 400;

QString nameOf(const QWidget* widget) {
  QStringList path;
  for (const QWidget* w = widget; w != nullptr && path.size() < 4; w = w->parentWidget())
    path.prepend(QString("%1(%2)").arg(w->metaObject()->className(), w->objectName()));
  return path.join(" / ");
}

QString accessibleName(QWidget* widget) {
  QAccessibleInterface* found = QAccessible::queryAccessibleInterface(widget);
  return found ? found->text(QAccessible::Name) : QString();
}

/// Whether Tab has to come here: shown, enabled, and not a part that another one stands for.
bool wantsTab(const QWidget* widget) {
  if (!widget->isVisible() || !widget->isEnabled()) return false;
  const bool onBar = qobject_cast<const QToolBar*>(widget->parentWidget()) &&
                     qobject_cast<const QToolButton*>(widget) &&
                     widget->objectName() != "qt_toolbar_ext_button";
  if ((!(widget->focusPolicy() & Qt::TabFocus) && !onBar) || widget->focusProxy() != nullptr)
    return false;
  // A button among others that exclude each other is reached by arrows from the one that is down.
  const auto* button = qobject_cast<const QAbstractButton*>(widget);
  if (button != nullptr && button->group() != nullptr && button->group()->exclusive())
    return button->isChecked();
  const QWidget* parent = widget->parentWidget();
  const bool inside = qobject_cast<const QAbstractSpinBox*>(parent) ||
                      qobject_cast<const QComboBox*>(parent) ||
                      qobject_cast<const QTabBar*>(parent);
  return !inside;
}

/// What Tab comes to, from where the focus is until it is there again.
std::set<QWidget*> tabbed() {
  std::set<QWidget*> seen;
  for (int i = 0; i < kMostTabs; ++i) {
    QWidget* focus = QApplication::focusWidget();
    if (focus == nullptr) break;
    QTest::keyClick(focus, Qt::Key_Tab);
    QWidget* next = QApplication::focusWidget();
    // Some walk over their own points first.
    if (next == nullptr || (!seen.insert(next).second && next != focus)) break;
  }
  return seen;
}

/// A window on spins that has trained for an epoch, so that every workspace is full.
struct FullWindow : WindowFixture {
  FullWindow() {
    Experiment experiment = presetExperiment("ising-digits");
    experiment.network.layers = {experiment.network.layers.front(), 12, 10};
    experiment.network.perClass = 1;
    experiment.data.perClass = 10;
    document().reset(experiment);
    session().stepEpoch();
  }
  void show(int i) {
    window->showWorkspace(i);
    QTRY_VERIFY_WITH_TIMEOUT(session().hasRun() && !session().playing(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(window->workspace(i).complete(), kPatience);
    QTest::qWait(100);
  }
  /// Every workspace, and every page of the classics, with its name.
  void everywhere(const std::function<void(const QString& where)>& look) {
    for (int i = 0; i < window->workspaces(); ++i) {
      show(i);
      auto* classics = qobject_cast<ClassicsWorkspace*>(&window->workspace(i));
      if (classics == nullptr) {
        look(window->workspaceId(i));
        continue;
      }
      for (std::size_t page = 0; page < classics->pages().size(); ++page) {
        classics->showPage(static_cast<int>(page));
        QTest::qWait(20);
        look(window->workspaceId(i) + "/" + classics->pages()[page]->id());
      }
    }
  }
};

}  // namespace

class TestKeyboard : public QObject {
  Q_OBJECT
 private slots:
  void tabReachesEverything() {
    FullWindow f;
    QStringList missed;
    f.everywhere([&](const QString& where) {
      f.window->workspace(f.window->currentWorkspace()).setFocus();
      const std::set<QWidget*> seen = tabbed();
      for (QWidget* widget : f.window->findChildren<QWidget*>())
        if (wantsTab(widget) && !seen.contains(widget)) missed << where + ": " + nameOf(widget);
    });
    for (const QString& each : missed) qWarning("%s", qPrintable(each));
    QVERIFY(missed.isEmpty());
  }

  void everythingSaysWhatItIs() {
    FullWindow f;
    QStringList nameless;
    f.everywhere([&](const QString& where) {
      for (QWidget* widget : f.window->findChildren<QWidget*>())
        if (wantsTab(widget) && accessibleName(widget).isEmpty())
          nameless << where + ": " + nameOf(widget);
    });
    nameless.removeDuplicates();
    for (const QString& each : nameless) qWarning("%s", qPrintable(each));
    QVERIFY(nameless.isEmpty());
  }
};

QTEST_MAIN(TestKeyboard)
#include "TestKeyboard.moc"
