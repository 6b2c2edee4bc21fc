#pragma once

#include <QLabel>
#include <QVBoxLayout>

#include "app/Session.h"
#include "app/workspaces/Workspace.h"

namespace nudge {

/// How many weights the last epoch flipped, in large type.
class FlipsWorkspace final : public Workspace {
 public:
  explicit FlipsWorkspace(Session& session, QWidget* parent = nullptr)
      : Workspace(parent), session_(session), words_(new QLabel) {
    setObjectName("flipsWorkspace");
    words_->setObjectName("flips");
    (new QVBoxLayout(this))->addWidget(words_);
    connect(&session_, &Session::newsArrived, this, [this] {
      if (isVisible()) catchUp();
    });
  }

  void togglePlay() override { session_.togglePlay(); }
  void stepForward() override { session_.stepEpoch(); }
  void restart() override { session_.restart(); }

 protected:
  void catchUp() override {
    const auto& epochs = session_.snapshot().epochsDone;
    std::uint64_t flips = 0;
    if (epochs != nullptr && !epochs->empty()) {
      for (const LayerMetrics& layer : epochs->back().layers) flips += layer.flips;
    }
    words_->setText(tr("%n flip(s)", nullptr, static_cast<int>(flips)));
  }

 private:
  Session& session_;
  QLabel* words_;
};

}  // namespace nudge
