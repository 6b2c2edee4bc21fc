#include "app/Document.h"

#include <QUndoCommand>

namespace nudge {

namespace {

constexpr int kChangeId = 1;

/// A per-layer list, with an entry for a layer that comes at or leaves from `index`.
void growList(std::vector<double>& list, int index) {
  if (list.size() > 1) list.insert(list.begin() + index, list[static_cast<std::size_t>(index)]);
}
void shrinkList(std::vector<double>& list, int index) {
  if (list.size() > 1) list.erase(list.begin() + index);
}

template <class Change>
void changeLists(LearningSettings& learning, int index, Change change) {
  for (auto* list : {&learning.gamma, &learning.tau, &learning.weightRate, &learning.biasRate,
                     &learning.scalingRate}) {
    change(*list, index);
  }
}

}  // namespace

/// A change of the document. Experiments are small: both states are kept whole.
class ChangeCommand : public QUndoCommand {
 public:
  ChangeCommand(Document& document, Experiment after, const QString& what, std::string mergeKey,
                bool final)
      : QUndoCommand(what),
        document_(document),
        before_(document.experiment()),
        after_(std::move(after)),
        mergeKey_(std::move(mergeKey)),
        final_(final) {}

  void undo() override { document_.take(before_); }
  void redo() override { document_.take(after_); }
  int id() const override { return mergeKey_.empty() ? -1 : kChangeId; }
  bool mergeWith(const QUndoCommand* other) override {
    const auto& next = static_cast<const ChangeCommand&>(*other);
    if (final_ || next.mergeKey_ != mergeKey_) return false;
    after_ = next.after_;
    final_ = next.final_;
    return true;
  }

 private:
  Document& document_;
  Experiment before_, after_;
  std::string mergeKey_;
  bool final_;
};

Document::Document(QObject* parent) : QObject(parent) {
  connect(&undo_, &QUndoStack::cleanChanged, this, &Document::fileChanged);
}

void Document::reset(const Experiment& experiment, const QString& path) {
  undo_.clear();
  path_ = path;
  take(experiment);
  emit fileChanged();
}

void Document::take(const Experiment& experiment) {
  experiment_ = experiment;
  emit changed();
}

void Document::push(const Experiment& after, const QString& what, const std::string& mergeKey,
                    bool final) {
  // The last change of a drag ends it even where it changes nothing more.
  if (after == experiment_ && final && undo_.index() == 0) return;
  if (after == experiment_ && mergeKey.empty()) return;
  undo_.push(new ChangeCommand(*this, after, what, mergeKey, final));
}

void Document::set(const std::string& key, const Json& value, bool final) {
  const auto& field = Experiment::field(key);
  Experiment after = experiment_;
  field.set(after, value);
  push(after, tr("change of %1").arg(QString::fromStdString(field.label)), key, final);
}

void Document::replace(const Experiment& experiment, const QString& what) {
  push(experiment, what, {}, true);
}

void Document::insertLayer(int position) {
  Experiment after = experiment_;
  std::vector<int>& layers = after.network.layers;
  if (position < 1 || position >= static_cast<int>(layers.size())) return;
  const auto at = static_cast<std::size_t>(position);
  layers.insert(layers.begin() + position, std::max(1, (layers[at - 1] + layers[at]) / 2));
  changeLists(after.learning, position - 1, growList);
  replace(after, tr("new layer"));
}

void Document::removeLayer(int layer) {
  Experiment after = experiment_;
  std::vector<int>& layers = after.network.layers;
  if (layer < 1 || layer + 1 >= static_cast<int>(layers.size())) return;
  layers.erase(layers.begin() + layer);
  changeLists(after.learning, layer - 1, shrinkList);
  replace(after, tr("removal of layer %1").arg(layer));
}

void Document::resizeLayer(int layer, int neurons, bool final) {
  Experiment after = experiment_;
  after.network.layers.at(static_cast<std::size_t>(layer)) = neurons;
  push(after, tr("size of layer %1").arg(layer), "network.layers/" + std::to_string(layer), final);
}

void Document::open(const QString& path) { reset(Experiment::load(path.toStdString()), path); }

void Document::save(const QString& path) {
  experiment_.save(path.toStdString());
  path_ = path;
  undo_.setClean();
  emit fileChanged();
}

}  // namespace nudge
