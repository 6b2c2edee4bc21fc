#pragma once

#include <filesystem>

#include <QTimer>

#include "app/ChipReader.h"
#include "app/ChipSignal.h"
#include "app/Embedder.h"
#include "app/workspaces/Workspace.h"
#include "core/machine/ChipTally.h"

namespace nudge {

class ChipControls;
class ChipPanes;
class ChipView;
class Session;

/// The experiment's network on an annealing chip: its neurons as chains of qubits, beside the
/// layers that they stand for, and what that costs.
class ChipWorkspace : public Workspace {
  Q_OBJECT
 public:
  explicit ChipWorkspace(Session& session, QWidget* parent = nullptr);

  void togglePlay() override;
  void stepForward() override;
  void restart() override;
  bool findByName() override;
  bool complete() const override;

  const EmbedResult& result() const { return result_; }
  const std::vector<int>& faults() const { return faults_; }
  /// Whether a search follows every marked fault at once, as the last one was quick.
  bool followsFaults() const;
  QString state() const;
  /// Puts the network where a file says; what is wrong with it is said on the page.
  void openEmbedding(const std::filesystem::path& path);
  void saveEmbedding(const std::filesystem::path& path);
  /// What the embedding costs, for the clipboard.
  QString statisticsText() const;

 protected:
  void catchUp() override;

 private:
  /// Who asked: a hand waits as long as it said, a page that opens does not.
  enum class Asked { ByHand, ByItself };

  void connectHand();
  void connectSelection();
  void showDocument();
  void clearFaults();
  void chooseChip();
  void embed(Asked asked, const std::string& file = {});
  void showResult(const EmbedResult& result);
  void noteFacts();
  /// A neuron that was picked here is picked in every workspace …
  void shareSelection(int variable);
  /// … and one that was picked elsewhere here.
  void showSelection();
  void find(const QString& text);
  void markFault(int qubit, bool faulty);
  void faultsChanged();
  bool readable() const;
  /// What a run of this network has learnt; null: nothing yet.
  std::shared_ptr<const Parameters> newestParameters();
  void read();
  void showRead(const ChipRead& read);
  /// What the chip of a run answered last.
  void followRun();
  void setPlaying(bool playing);

  Session& session_;
  Embedder embedder_;
  ChipReader reader_;
  EmbedResult result_;
  QTimer player_;
  ChipSignal signal_;
  std::uint64_t reads_ = 0;
  std::vector<int> faults_;
  NetworkSpec asked_;                     ///< what was to be placed last
  std::string machineChip_;               ///< the document's virtual chip, as it was last seen
  std::shared_ptr<const ChipShot> shot_;  ///< of a run, shown last
  bool outdated_ = true;
  bool awaited_ = false;  ///< an embedding that is not shown yet

  ChipControls* controls_;
  ChipPanes* panes_;
  ChipView* chip_;  ///< of the panes
};

}  // namespace nudge
