#include "app/WindowKeys.h"

#include <QMessageBox>
#include <QShortcut>

namespace nudge {

WindowKeys::WindowKeys(QWidget* window) : QObject(window), window_(window) {}

void WindowKeys::add(const QKeySequence& keys, const QString& what,
                     const std::function<void()>& action) {
  auto* shortcut = new QShortcut(keys, window_);
  connect(shortcut, &QShortcut::activated, this, action);
  rows_ << QString("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>")
               .arg(keys.toString(QKeySequence::NativeText), what);
}

void WindowKeys::show() {
  auto* box = new QMessageBox(QMessageBox::NoIcon, tr("All keys"),
                              "<table>" + rows_.join("") + "</table>", QMessageBox::Close, window_);
  box->setObjectName("keysBox");
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setModal(false);
  box->show();
}

}  // namespace nudge
