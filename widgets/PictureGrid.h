#pragma once

#include <vector>

#include <QImage>
#include <QWidget>

namespace nudge {

/// Small pictures in rows, as large as there is room, with a title.
class PictureGrid : public QWidget {
  Q_OBJECT
 public:
  explicit PictureGrid(const QString& title, QWidget* parent = nullptr);

  void setPictures(std::vector<QImage> pictures);
  std::size_t count() const { return pictures_.size(); }
  /// Says what to do while there is none.
  void setHint(const QString& hint);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {120, 90}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString title_, hint_;
  std::vector<QImage> pictures_;
};

}  // namespace nudge
