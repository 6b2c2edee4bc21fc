#include "app/Document.h"

#include <algorithm>

#include <QCryptographicHash>
#include <QFileInfo>
#include <QUndoCommand>

#include "core/base/AtomicFile.h"
#include "core/base/Error.h"
#include "widgets/FieldText.h"

namespace nudge {

namespace {

constexpr int kChangeId = 1;
constexpr int kFirstChannels = 16;  // of the first convolution that the hand adds

QByteArray digestOf(const std::string& bytes) {
  return QCryptographicHash::hash(QByteArray::fromStdString(bytes), QCryptographicHash::Sha256);
}

/// A list per layer (or convolution), with an entry for one that comes at or leaves from `index`.
template <class T>
void growList(std::vector<T>& list, int index) {
  const auto like = std::min(static_cast<std::size_t>(index), list.size() - 1);
  if (list.size() > 1) list.insert(list.begin() + index, list[like]);
}
template <class T>
void shrinkList(std::vector<T>& list, int index) {
  if (list.size() > 1) list.erase(list.begin() + index);
}

constexpr auto kGrow = [](auto& list, int index) { growList(list, index); };
constexpr auto kShrink = [](auto& list, int index) { shrinkList(list, index); };

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
  digest_.clear();
  take(experiment);
  emit fileChanged();
}

void Document::restore(const Experiment& experiment, const QString& path, bool modified,
                       const QByteArray& digest) {
  reset(experiment, path);
  digest_ = digest;
  if (!modified) return;
  undo_.resetClean();
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
  push(after, tr("change of %1").arg(fieldText(field.label)), key, final);
}

void Document::replace(const Experiment& experiment, const QString& what) {
  push(experiment, what, {}, true);
}

void Document::insertLayer(int position) {
  Experiment after = experiment_;
  if (position < 1 || position > after.network.depth()) return;
  if (after.network.isConvolution(position)) return insertConvolution(position);
  std::vector<int>& layers = after.network.layers;
  const auto at = position - static_cast<int>(after.network.convolutions.size());
  const int between = (after.network.size(position - 1) + after.network.size(position)) / 2;
  layers.insert(layers.begin() + at, std::max(1, between));
  changeLists(after.learning, position - 1, kGrow);
  replace(after, tr("new layer"));
}

void Document::insertConvolution(int position) {
  Experiment after = experiment_;
  NetworkSpec& network = after.network;
  const auto count = static_cast<int>(network.convolutions.size());
  if (position < 1 || position > count + 1) return;
  const int channels = position <= count
                           ? network.convolutions[static_cast<std::size_t>(position - 1)]
                       : count > 0 ? 2 * network.convolutions.back()
                                   : kFirstChannels;
  if (const MapShape shape = after.data.imageShape(); shape.size() == network.inputs()) {
    network.image = {shape.channels, shape.height, shape.width};
  }
  network.convolutions.insert(network.convolutions.begin() + position - 1, channels);
  for (auto* list : {&network.kernel, &network.padding, &network.pool})
    growList(*list, position - 1);
  changeLists(after.learning, position - 1, kGrow);
  replace(after, tr("new convolution"));
}

void Document::removeLayer(int layer) {
  Experiment after = experiment_;
  NetworkSpec& network = after.network;
  if (layer < 1 || layer >= network.depth()) return;
  if (network.isConvolution(layer)) {
    network.convolutions.erase(network.convolutions.begin() + layer - 1);
    for (auto* list : {&network.kernel, &network.padding, &network.pool})
      shrinkList(*list, layer - 1);
  } else {
    const auto at = layer - static_cast<int>(network.convolutions.size());
    network.layers.erase(network.layers.begin() + at);
  }
  changeLists(after.learning, layer - 1, kShrink);
  replace(after, tr("removal of layer %1").arg(layer));
}

void Document::resizeLayer(int layer, int neurons, bool final) {
  Experiment after = experiment_;
  NetworkSpec& network = after.network;
  if (network.isConvolution(layer)) {
    const MapShape shape = network.shape(layer);
    const int area = std::max(1, shape.height * shape.width);
    network.convolutions.at(static_cast<std::size_t>(layer - 1)) =
        std::max(1, (neurons + area / 2) / area);
  } else {
    network.layers.at(static_cast<std::size_t>(layer) - network.convolutions.size()) = neurons;
  }
  push(after, tr("size of layer %1").arg(layer), "network.layers/" + std::to_string(layer), final);
}

void Document::open(const QString& path) {
  const std::string text = readFile(path.toStdString(), Experiment::kLargest);
  reset(Experiment::fromText(text, path.toStdString()), path);
  digest_ = digestOf(text);
}

void Document::save(const QString& path) {
  const std::string text = experiment_.toText();
  writeFileAtomically(path.toStdString(), text);
  digest_ = digestOf(text);
  path_ = path;
  undo_.setClean();
  emit fileChanged();
}

bool Document::changedOnDisk() const {
  if (digest_.isEmpty() || !QFileInfo::exists(path_)) return false;
  try {
    return digestOf(readFile(path_.toStdString(), Experiment::kLargest)) != digest_;
  } catch (const Error&) {
    return true;  // it could be read before
  }
}

}  // namespace nudge
