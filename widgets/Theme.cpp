#include "widgets/Theme.h"

#include <algorithm>
#include <array>

#include <QApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QStyleFactory>
#include <QWidget>

namespace nudge {

namespace {

constexpr const char* kLook = "nudgeLook";  // of the application: what was applied last

bool presentationMode = false;

// Paul Tol's "muted" scheme, which has neither the free phase's blue nor the nudge's orange in it;
// the pale ones darkened for paper, the dark ones lightened for the dark shade.
constexpr std::array<const char*, 8> kLightHues{"#1f9485", "#c4566b", "#3b2f9e", "#8a8a1f",
                                                "#117733", "#a63d99", "#3f9cc4", "#882255"};
constexpr std::array<const char*, 8> kDarkHues{"#4cc4b0", "#f08a9b", "#a09af5", "#cbc35a",
                                               "#66bf74", "#de86d6", "#8fd3f0", "#d0749f"};

Theme lightTheme() {
  Theme t;
  t.shade = Theme::Shade::Light;
  t.window = "#f3f5f8";
  t.surface = "#ffffff";
  t.text = "#18202e";
  t.muted = "#566073";
  t.line = "#cfd6e0";
  t.grid = "#e6eaf0";
  t.accent = "#2b3a52";
  t.onAccent = "#ffffff";
  t.free = "#1768c4";
  t.nudge = "#d95f02";
  t.negative = "#8a3ffc";
  t.train = "#0e8a7d";
  t.test = "#18202e";
  t.right = "#1a7f4b";
  t.wrong = "#c0262d";
  t.warning = "#a15c00";
  t.changed = "#ff5a00";
  return t;
}

Theme darkTheme() {
  Theme t;
  t.shade = Theme::Shade::Dark;
  t.window = "#171b22";
  t.surface = "#1f242d";
  t.text = "#e9edf3";
  t.muted = "#a3adbc";
  t.line = "#3a4351";
  t.grid = "#2d3440";
  t.accent = "#c7d2e3";
  t.onAccent = "#171b22";
  t.free = "#5aa9ff";
  t.nudge = "#ff9a3d";
  t.negative = "#be95ff";
  t.train = "#3fc7b5";
  t.test = "#f4f6fa";
  t.right = "#56c98a";
  t.wrong = "#ff7b7b";
  t.warning = "#f2b84b";
  t.changed = "#ff7a1f";
  return t;
}

const Theme& themeOf(Theme::Shade shade) {
  static const Theme light = lightTheme();
  static const Theme dark = darkTheme();
  return shade == Theme::Shade::Dark ? dark : light;
}

QString styleSheet(const Theme& t) {
  QString sheet = QStringLiteral(R"(
    QToolTip { color: @text; background: @surface; border: 1px solid @line; padding: 5px; }
    QMenu { background: @surface; border: 1px solid @line; padding: 4px; }
    QMenu::item { padding: 5px 22px; border-radius: 4px; }
    QMenu::item:selected { background: @grid; color: @text; }
    QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
    QPushButton, QToolButton { color: @text; border: 1px solid @line; border-radius: 5px;
                               background: @surface; padding: 4px 10px; }
    QToolButton { padding: 4px; }
    QToolButton[popupMode="1"] { padding-right: 18px; }
    QToolButton[autoRaise="true"] { border: 1px solid transparent; background: transparent; }
    QPushButton:hover, QToolButton:hover { background: @grid; border-color: @muted; }
    QPushButton:pressed, QToolButton:pressed { background: @line; }
    QPushButton:checked, QToolButton:checked { background: @accent; color: @onAccent;
                                               border-color: @accent; }
    QPushButton:focus, QToolButton:focus { border: 2px solid @accent; padding: 3px 9px; }
    QToolButton:focus { padding: 3px; }
    QPushButton:disabled, QToolButton:disabled { color: @line; border-color: @grid; }
    QLineEdit, QAbstractSpinBox, QComboBox { color: @text; background: @surface;
              border: 1px solid @line; border-radius: 5px; padding: 3px 6px;
              selection-background-color: @accent; selection-color: @onAccent; }
    QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus { border: 2px solid @accent;
              padding: 2px 5px; }
    QLineEdit[wrong="true"], QAbstractSpinBox[wrong="true"] { border: 2px solid @wrong; }
    QAbstractSpinBox::up-button { subcontrol-origin: border; subcontrol-position: top right;
              width: 18px; border: none; margin: 2px 2px 0 0; border-radius: 3px; }
    QAbstractSpinBox::down-button { subcontrol-origin: border; subcontrol-position: bottom right;
              width: 18px; border: none; margin: 0 2px 2px 0; border-radius: 3px; }
    QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: @grid; }
    QAbstractSpinBox::up-arrow { image: url(:/nudge/widgets/icons/up-@shade.svg);
              width: 9px; height: 9px; }
    QAbstractSpinBox::down-arrow { image: url(:/nudge/widgets/icons/down-@shade.svg);
              width: 9px; height: 9px; }
    QComboBox { padding-right: 22px; }
    QComboBox:focus { padding-right: 21px; }
    QComboBox::drop-down { border: none; width: 22px; subcontrol-origin: border;
              subcontrol-position: center right; }
    QComboBox::down-arrow { image: url(:/nudge/widgets/icons/down-@shade.svg);
              width: 11px; height: 11px; }
    QCheckBox::indicator, QMenu::indicator { width: 15px; height: 15px; border-radius: 4px;
              border: 1px solid @muted; background: @surface; }
    QCheckBox::indicator:checked { background: @accent; border-color: @accent;
              image: url(:/nudge/widgets/icons/check-@shade.svg); }
    QCheckBox::indicator:focus { border: 2px solid @accent; }
    QComboBox QAbstractItemView { background: @surface; border: 1px solid @line;
              selection-background-color: @grid; selection-color: @text; outline: 0; }
    QSlider:horizontal { min-height: 22px; }
    QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: @line; }
    QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: @muted; }
    QSlider::handle:horizontal { width: 14px; height: 14px; margin: -6px 0; border-radius: 8px;
              background: @surface; border: 2px solid @accent; }
    QSlider::handle:horizontal:focus { background: @accent; }
    QProgressBar { border: 1px solid @line; border-radius: 5px; background: @surface;
              text-align: center; }
    QProgressBar::chunk { background: @line; border-radius: 4px; }
    QScrollArea { border: none; background: transparent; }
    QScrollBar:vertical { width: 10px; background: transparent; margin: 0; }
    QScrollBar:horizontal { height: 10px; background: transparent; margin: 0; }
    QScrollBar::handle { background: @line; border-radius: 4px; min-height: 28px; min-width: 28px;
              margin: 1px; }
    QScrollBar::handle:hover { background: @muted; }
    QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
    QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
    QDockWidget { titlebar-close-icon: none; }
    QDockWidget::title { padding: 7px 10px; background: @window; }
    QToolBar { border: none; border-bottom: 1px solid @line; background: @window; padding: 5px;
              spacing: 6px; }
    QStatusBar { border-top: 1px solid @line; }
    QStatusBar::item { border: none; }
    QMainWindow::separator { background: @line; width: 1px; height: 1px; }
    QSplitter::handle { background: transparent; }
    QGroupBox { border: 1px solid @line; border-radius: 6px; margin-top: 1.2em; padding: 6px; }
    QGroupBox::title { subcontrol-origin: margin; left: 8px; padding: 0 4px; }
    QTabBar::tab { padding: 6px 10px; border: none; border-bottom: 2px solid transparent;
              color: @muted; }
    QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
    QTabWidget::pane { border: none; border-top: 1px solid @line; }
    QHeaderView::section { background: @window; border: none; border-bottom: 1px solid @line;
              padding: 4px 8px; }
  )");
  const std::array<std::pair<const char*, QColor>, 10> colours{{{"@window", t.window},
                                                                {"@surface", t.surface},
                                                                {"@text", t.text},
                                                                {"@muted", t.muted},
                                                                {"@line", t.line},
                                                                {"@grid", t.grid},
                                                                {"@onAccent", t.onAccent},
                                                                {"@accent", t.accent},
                                                                {"@wrong", t.wrong},
                                                                {"@warning", t.warning}}};
  for (const auto& [name, colour] : colours) {
    sheet.replace(QLatin1String(name), colour.name());
  }
  sheet.replace(QLatin1String("@shade"), QLatin1String(t.dark() ? "dark" : "light"));
  return sheet;
}

}  // namespace

}  // namespace nudge

/// Resources of a static library are linked only when someone asks for them, outside of namespaces.
static void initialiseResources() { Q_INIT_RESOURCE(widgets); }

namespace nudge {

void Theme::apply(QApplication& application, Shade shade, bool presentation) {
  // Setting it again would polish every widget anew, for nothing.
  const QString look =
      QString("%1 %2").arg(static_cast<int>(shade)).arg(static_cast<int>(presentation));
  if (application.property(kLook).toString() == look) return;
  application.setProperty(kLook, look);
  initialiseResources();
  presentationMode = presentation;
  const Theme& theme = themeOf(shade);
  // A style sheet keeps the palettes that it found: it goes first and comes back last.
  application.setStyleSheet(QString());
  application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  application.setPalette(theme.palette());
  QFont font = application.font();
  const int points = presentation ? 14 : 10;
  font.setPointSizeF(points);
  application.setFont(font);
  // What the style sheet has touched keeps its font unless the sheet itself names another.
  application.setStyleSheet(styleSheet(theme) +
                            QStringLiteral("QWidget { font-size: %1pt; }").arg(points));
}

Theme::Shade Theme::desktopShade() { return of(QApplication::palette()).shade; }

bool Theme::presentation() { return presentationMode; }

const Theme& Theme::of(const QPalette& palette) {
  const bool dark =
      palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
  return themeOf(dark ? Shade::Dark : Shade::Light);
}

const Theme& Theme::of(const QWidget* widget) { return of(widget->palette()); }

QPalette Theme::palette() const {
  QPalette p;
  p.setColor(QPalette::Window, window);
  p.setColor(QPalette::WindowText, text);
  p.setColor(QPalette::Base, surface);
  p.setColor(QPalette::AlternateBase, window);
  p.setColor(QPalette::Text, text);
  p.setColor(QPalette::Button, surface);
  p.setColor(QPalette::ButtonText, text);
  p.setColor(QPalette::BrightText, wrong);
  p.setColor(QPalette::ToolTipBase, surface);
  p.setColor(QPalette::ToolTipText, text);
  p.setColor(QPalette::PlaceholderText, muted);
  p.setColor(QPalette::Highlight, accent);
  p.setColor(QPalette::HighlightedText, onAccent);
  p.setColor(QPalette::Link, free);
  p.setColor(QPalette::LinkVisited, negative);
  p.setColor(QPalette::Light, dark() ? line : surface);
  p.setColor(QPalette::Midlight, grid);
  p.setColor(QPalette::Mid, line);
  p.setColor(QPalette::Dark, dark() ? window.darker(140) : line.darker(120));
  p.setColor(QPalette::Shadow, dark() ? Qt::black : line.darker(160));
  const QColor off = dark() ? line.lighter(150) : line.darker(120);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
    p.setColor(QPalette::Disabled, role, off);
  }
  return p;
}

QColor Theme::phaseColour(Phase phase, double beta) const {
  if (phase == Phase::Free) return free;
  return beta < 0 ? negative : nudge;
}

QColor Theme::bandColour(Phase phase, double beta) const {
  QColor colour = phaseColour(phase, beta);
  colour.setAlphaF(dark() ? 0.16F : 0.10F);
  return colour;
}

QColor Theme::layerColour(int n) const {
  if (n <= 0) return muted;
  const auto& hues = dark() ? kDarkHues : kLightHues;
  return QColor(hues[static_cast<std::size_t>(n - 1) % hues.size()]);
}

QFont Theme::small(QFont font) {
  font.setPointSizeF(std::max(presentationMode ? 14.0 : 9.0, font.pointSizeF() - 1));
  return font;
}

QFont Theme::bold(QFont font) {
  font.setBold(true);
  return font;
}

double Theme::stroke(double width) { return presentationMode ? 1.6 * width : width; }

void Theme::paintFocus(QPainter& painter, const QWidget& widget) {
  if (!widget.hasFocus()) return;
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(of(&widget).accent, 2));
  painter.drawRoundedRect(QRectF(widget.rect()).adjusted(1, 1, -1, -1), 3, 3);
}

int Theme::scaled(const QWidget* widget, double pixels) {
  // 16 px is the height of a line of 10 pt type on an ordinary screen.
  return qRound(pixels * QFontMetricsF(widget->font()).height() / 16.0);
}

}  // namespace nudge
