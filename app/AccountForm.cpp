#include "app/AccountForm.h"

#include <cstdlib>

#include <fmt/format.h>

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include "core/cloud/CloudClient.h"
#include "core/cloud/Configuration.h"
#include "core/cloud/TypedAccount.h"
#include "widgets/MessageText.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {

constexpr int kMostSolvers = 6;
constexpr const char* kProfile = "defaults";

/// The user's own file, the strongest of those that are searched but the current folder's.
std::filesystem::path ownFile() {
  const auto path = searchPath([](const char* name) {
    const char* value = std::getenv(name);
    return std::string(value == nullptr ? "" : value);
  });
  return path.size() < 2 ? path.back() : path[path.size() - 2];
}

template <class Widget>
Widget* named(Widget* widget, const char* object, const QString& name, const QString& tip) {
  widget->setObjectName(object);
  widget->setAccessibleName(name);
  widget->setToolTip(tip);
  return widget;
}

}  // namespace

AccountForm::AccountForm(QWidget* parent)
    : QWidget(parent),
      place_(new QComboBox),
      token_(new QLineEdit),
      solver_(new QLineEdit),
      state_(new QLabel),
      job_(
          this, [](int, const std::stop_token& stop) { return listSolvers(stop); },
          [this](const Solvers& solvers) { showSolvers(solvers); },
          [this](const QString& message) { show(message, true); }) {
  nameFields();
  auto* form = new QFormLayout(this);
  form->setContentsMargins(0, 0, 0, 0);
  form->setRowWrapPolicy(QFormLayout::WrapAllRows);
  auto* title = new QLabel(tr("Account on D-Wave's cloud"));
  title->setFont(Theme::bold(title->font()));
  form->addRow(title);
  form->addRow(tr("Region or address"), place_);
  form->addRow(tr("Token"), token_);
  form->addRow(tr("Solver"), solver_);
  form->addRow(makeButtons());
  form->addRow(state_);
  for (QLineEdit* line : {token_, solver_, place_->lineEdit()})
    connect(line, &QLineEdit::editingFinished, this, &AccountForm::take);
  connect(place_, &QComboBox::activated, this, &AccountForm::take);
}

void AccountForm::nameFields() {
  named(place_, "accountPlace", tr("Region or address"),
        tr("A region of D-Wave's cloud, or the address of a server that speaks its protocol, such "
           "as one of `nudge chip`"));
  named(token_, "accountToken", tr("Token"),
        tr("From D-Wave's dashboard. Kept in memory until Nudge is closed; it is never written "
           "into experiments, runs or reports"));
  named(solver_, "accountSolver", tr("Solver"),
        tr("Name of a chip; empty: the one that D-Wave's settings choose"));
  named(state_, "accountState", tr("State of the account"), {});
  place_->setEditable(true);
  place_->setInsertPolicy(QComboBox::NoInsert);
  place_->addItems({tr("as dwave.conf says"), "na-west-1", "na-east-1", "eu-central-1"});
  token_->setEchoMode(QLineEdit::Password);
  token_->setPlaceholderText(tr("as dwave.conf says"));
  solver_->setPlaceholderText(tr("any chip"));
  state_->setWordWrap(true);
}

void AccountForm::showSolvers(const Solvers& solvers) {
  QStringList lines;
  for (const std::string& line : solvers.lines) lines << QString::fromStdString(line);
  if (!solvers.warning.empty()) lines << messageText(solvers.warning);
  solvers.lines.empty() ? show(tr("Connected, but there is no chip in this account."), true)
                        : show(tr("Connected:\n%1").arg(lines.join(u'\n')), false);
}

QWidget* AccountForm::makeButtons() {
  connect_ = named(new QToolButton, "accountConnect", tr("Connect"),
                   tr("Asks the server for its chips; costs nothing"));
  connect_->setText(tr("Connect"));
  keep_ = named(new QToolButton, "accountKeep", tr("Keep the token"),
                tr("Writes the token into %1, which only you can read")
                    .arg(QString::fromStdString(ownFile().string())));
  keep_->setText(tr("Keep the token"));
  keep_->setEnabled(false);
  connect(connect_, &QToolButton::clicked, this, &AccountForm::connectNow);
  connect(keep_, &QToolButton::clicked, this, &AccountForm::keep);
  connect(token_, &QLineEdit::textChanged, keep_,
          [this](const QString& text) { keep_->setEnabled(!text.isEmpty()); });
  auto* buttons = new QWidget;
  auto* row = new QHBoxLayout(buttons);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(connect_);
  row->addWidget(keep_);
  row->addStretch();
  return buttons;
}

QString AccountForm::state() const { return state_->text(); }

void AccountForm::take() {
  Settings settings;
  const std::string place = place_->currentText().trimmed().toStdString();
  const bool byFile = place_->currentText() == place_->itemText(0);
  if (!byFile) settings[place.find("://") == std::string::npos ? "region" : "endpoint"] = place;
  settings["token"] = token_->text().trimmed().toStdString();
  settings["solver"] = solver_->text().trimmed().toStdString();
  setTypedAccount(settings);
}

AccountForm::Solvers AccountForm::listSolvers(const std::stop_token& stop) {
  const CloudConfiguration configuration = loadConfiguration({}, {}, stop);
  CloudClient client(configuration);
  Solvers found;
  found.warning = configuration.warning;
  for (const SolverProperties& solver : client.solvers({}, stop)) {
    if (solver.category != "qpu") continue;
    if (found.lines.size() == kMostSolvers) {
      found.lines.emplace_back("…");
      break;
    }
    found.lines.push_back(fmt::format("{}: {} qubits, {}", solver.identity.name,
                                      solver.qubits.size(), solver.topology));
  }
  return found;
}

void AccountForm::connectNow() {
  take();
  show(tr("Asking the server…"), false);
  job_.request(0);
}

void AccountForm::keep() {
  take();
  try {
    storeToken(Token(token_->text().trimmed().toStdString()), ownFile(), kProfile);
    show(tr("Kept in %1.").arg(QString::fromStdString(ownFile().string())), false);
  } catch (const Error& error) {
    show(messageText(error.what()), true);
  }
}

void AccountForm::show(const QString& text, bool wrong) {
  state_->setText(text);
  QPalette colours = palette();
  if (wrong) colours.setColor(QPalette::WindowText, Theme::of(this).wrong);
  state_->setPalette(colours);
}

}  // namespace nudge
