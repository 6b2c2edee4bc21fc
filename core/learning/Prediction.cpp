#include "core/learning/Prediction.h"

namespace nudge {

namespace {

template <class Score>
std::vector<int> argmax(const Matrix& outputs, int perClass, Score score) {
  const int classes = static_cast<int>(outputs.rows()) / perClass;
  std::vector<int> predictions(static_cast<std::size_t>(outputs.cols()));
  for (Eigen::Index sample = 0; sample < outputs.cols(); ++sample) {
    int best = 0;
    float most = score(sample, 0);
    for (int c = 1; c < classes; ++c) {
      const float value = score(sample, c);
      if (value > most) {
        most = value;
        best = c;
      }
    }
    predictions[static_cast<std::size_t>(sample)] = best;
  }
  return predictions;
}

}  // namespace

std::vector<int> predictByMean(const Matrix& outputs, int perClass) {
  return argmax(outputs, perClass, [&](Eigen::Index sample, int c) {
    return outputs.col(sample).segment(c * perClass, perClass).sum();
  });
}

std::vector<int> predictBySingle(const Matrix& outputs, int perClass) {
  return argmax(outputs, perClass,
                [&](Eigen::Index sample, int c) { return outputs(c * perClass, sample); });
}

int countErrors(const std::vector<int>& predictions, const std::vector<int>& labels) {
  int errors = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) errors += predictions[i] != labels[i] ? 1 : 0;
  return errors;
}

}  // namespace nudge
