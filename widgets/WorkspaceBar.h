#pragma once

#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace nudge {

enum class Glyph;

/// The bar of workspaces on the left: a picture and a name each, one of them chosen.
class WorkspaceBar : public QWidget {
  Q_OBJECT
 public:
  explicit WorkspaceBar(QWidget* parent = nullptr);

  /// @return the new workspace's index, from 0
  int addWorkspace(Glyph glyph, const QString& name, const QString& tip);
  void setCurrent(int index);  ///< of none of them: none is chosen
  int current() const;
  int count() const;
  /// Pictures alone, their names in the tips: for windows that have no room.
  void setNarrow(bool narrow);

 signals:
  void picked(int index);

 protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void fitSizes();

  QButtonGroup* group_;
  QVBoxLayout* layout_;
  bool narrow_ = false;
};

}  // namespace nudge
