#pragma once

#include <functional>

#include <QStringList>
#include <QWidget>

#include "app/Session.h"
#include "widgets/Icons.h"

class QComboBox;
class QHBoxLayout;
class QLabel;
class QSlider;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace nudge {

/// One of the classics as a small explorer: what it has to do with equilibrium propagation in a
/// sentence, a bar of controls, its views, and a line that says what just happened.
class ClassicPage : public QWidget {
  Q_OBJECT
 public:
  /// `id` names it in lessons and files; `link` is the sentence.
  ClassicPage(Session& session, const char* id, const QString& name, const QString& link);

  const QString& id() const { return id_; }
  const QString& name() const { return name_; }
  QString said() const;

  /// What Space, "." and R mean here.
  virtual void togglePlay() {}
  virtual void stepForward() {}
  virtual void restart() {}
  /// Nothing is being computed.
  virtual bool complete() const { return true; }
  /// Brings the page into a state that shows something: for pictures of it.
  virtual void pose() {}

 protected:
  QVBoxLayout& body() { return *body_; }
  QHBoxLayout& bar() { return *bar_; }
  QToolButton* addButton(Glyph glyph, const QString& text, const QString& tip, const char* name,
                         const std::function<void()>& action);
  QSpinBox* addNumber(const char* name, const QString& prefix, int least, int most, int value,
                      const QString& tip);
  QComboBox* addChoice(const char* name, const QString& label, const QStringList& choices,
                       const QString& tip);
  void say(const QString& sentence);
  void did(const char* event) { session_.facts().did(event); }
  void tell(const char* fact, Json value) { session_.facts().set(fact, std::move(value)); }

 private:
  Session& session_;
  QString id_, name_;
  QHBoxLayout* bar_;
  QVBoxLayout* body_;
  QLabel* said_;
};

}  // namespace nudge
