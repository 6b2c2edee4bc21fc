#include "app/classics/BoltzmannTrainer.h"

#include <algorithm>

#include "core/data/DrawnDigits.h"

namespace nudge {

namespace {

constexpr std::size_t kTrain = 2000, kTest = 12;
constexpr Eigen::Index kBatch = 50;
constexpr int kFilters = 36;

Matrix pixelsOf(const ImageSet& images) {
  Matrix pixels(static_cast<Eigen::Index>(images.imageSize()),
                static_cast<Eigen::Index>(images.count()));
  for (std::size_t i = 0; i < images.pixels.size(); ++i)
    pixels.data()[i] = static_cast<float>(images.pixels[i]) / 255;
  return pixels;
}

Matrix filtersOf(const BeliefNetwork& network, int layer) {
  const int count = std::min(kFilters, network.machine(layer).hidden());
  Matrix filters(network.machine(0).visible(), count);
  for (int i = 0; i < count; ++i) filters.col(i) = network.filter(layer, i);
  return filters;
}

}  // namespace

struct BoltzmannTrainer::Digits {
  Matrix train = pixelsOf(drawDigits(1, kTrain, false));
  Matrix test = pixelsOf(drawDigits(1, kTest, true));
};

BoltzmannTrainer::BoltzmannTrainer(QObject* parent)
    : QObject(parent),
      job_(
          this,
          [this](const BoltzmannRequest& request, const std::stop_token& stop) {
            if (!digits_) digits_ = std::make_shared<Digits>();
            BoltzmannResult result{request, {}, 0, {}, {}, {}, {}};
            auto network = request.network
                               ? std::make_shared<BeliefNetwork>(*request.network)
                               : std::make_shared<BeliefNetwork>(request.units, request.seed);
            const int layer = request.layer;
            Random random(request.seed, Purpose::Classics,
                          static_cast<std::uint64_t>(1000 * layer + request.epoch));
            if (request.dream > 0) {
              const Matrix noise =
                  drawn(Matrix::Constant(digits_->test.rows(), digits_->test.cols(), 0.2F), random);
              result.dreams = network->generate(noise, layer, request.dream, random);
            } else {
              for (Eigen::Index at = 0; at < digits_->train.cols(); at += kBatch) {
                if (stop.stop_requested()) throw Cancelled();
                result.error += network->train(layer, digits_->train.middleCols(at, kBatch),
                                               {.rate = request.rate}, random);
              }
              result.error /= static_cast<double>(digits_->train.cols()) / kBatch;
            }
            result.filters = filtersOf(*network, layer);
            result.shown = digits_->test;
            result.rebuilt = network->down(network->up(digits_->test, layer + 1), layer + 1);
            result.network = std::move(network);
            return result;
          },
          [this](const BoltzmannResult& result) { emit done(result); },
          [this](const QString& message) { emit failed(message); }) {}

}  // namespace nudge
