#pragma once

#include <map>
#include <string>

#include <QObject>

#include "core/base/Field.h"

namespace nudge {

/// What can be noticed of what the window shows and of what its user did, by the names of
/// knownFacts() and knownEvents(): workspaces tell, lessons listen.
class Facts : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;

  void set(const std::string& name, Json value);
  /// The user did something, once more.
  void did(const std::string& event);

  /// Null where nothing is known.
  Json value(const std::string& name) const;
  /// How often something was done since the window opened.
  int times(const std::string& event) const;
  const std::map<std::string, Json>& all() const { return facts_; }
  const std::map<std::string, int>& events() const { return events_; }

 signals:
  void changed();

 private:
  std::map<std::string, Json> facts_;
  std::map<std::string, int> events_;
};

}  // namespace nudge
