// A row of buttons in rooms of several widths: with their words, or their pictures alone.
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QtTest>

#include "tests/TestProgram.h"
#include "widgets/Icons.h"
#include "widgets/ShedsWords.h"

using namespace nudge;

namespace {

struct Row {
  QWidget widget;
  std::vector<QToolButton*> buttons;

  Row() {
    auto* layout = new QHBoxLayout(&widget);
    for (const char* words : {"Sample again", "Straight schedules", "Play"}) {
      auto* button = new QToolButton;
      button->setIcon(Icons::icon(Glyph::Play));
      button->setText(words);
      button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
      button->setMinimumWidth(10);
      layout->addWidget(button);
      buttons.push_back(button);
    }
    layout->addWidget(new QLabel("what there is to say"), 1);
    new ShedsWords(&widget);
    widget.setMinimumWidth(10);
  }

  bool words(int width) {
    widget.resize(width, 40);
    widget.show();
    for (int i = 0; i < 5; ++i) QCoreApplication::processEvents();
    const auto style = buttons.front()->toolButtonStyle();
    for (const QToolButton* button : buttons) {
      if (button->toolButtonStyle() != style) qFatal("some have words, some not");
    }
    return style == Qt::ToolButtonTextBesideIcon;
  }
};

}  // namespace

class TestShedsWords : public QObject {
  Q_OBJECT
 private slots:
  void shedsThemWhereThereIsNoRoomAndTakesThemBack() {
    Row row;
    QVERIFY(row.words(900));
    QVERIFY(!row.words(260));
    QVERIFY(row.words(900));
  }

  void comesToRestAtEveryWidth() {
    Row row;
    bool had = row.words(900);
    int changes = 0;
    for (int width = 900; width > 150; width -= 3) {
      const bool has = row.words(width);
      QCOMPARE(row.words(width), has);
      changes += has != had ? 1 : 0;
      had = has;
    }
    QCOMPARE(changes, 1);
    QVERIFY(!had);
  }

  void hiddenButtonsTakeNoRoom() {
    Row row;
    int width = 900;
    while (row.words(width)) width -= 5;
    row.buttons[1]->hide();
    QVERIFY(row.words(width));
  }
};

QTEST_MAIN(TestShedsWords)
#include "TestShedsWords.moc"
