#include "app/workspaces/ProblemPage.h"

#include <algorithm>

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>

#include "app/workspaces/Workspace.h"
#include "widgets/NumberText.h"
#include "widgets/ReadHistogram.h"
#include "widgets/SpinRaster.h"

namespace nudge {

namespace {

QSpinBox* makeCount(const char* name, const QString& suffix, int most, int value) {
  auto* box = new QSpinBox;
  box->setObjectName(name);
  box->setAccessibleName(suffix.trimmed());
  box->setSuffix(suffix);
  box->setRange(1, most);
  box->setValue(value);
  box->setKeyboardTracking(false);
  return box;
}

}  // namespace

ProblemPage::ProblemPage(QWidget* parent)
    : QWidget(parent),
      name_(new QLabel),
      reads_(makeCount("problemReads", tr(" reads"), 10'000, 100)),
      sweeps_(makeCount("problemSweeps", tr(" sweeps"), 100'000, 1000)),
      state_(new QLabel),
      histogram_(new ReadHistogram),
      raster_(new SpinRaster) {
  auto* grid = new QGridLayout(this);
  grid->addWidget(makeControls(), 0, 0, 1, 2);
  grid->addWidget(state_, 1, 0, 1, 2);
  grid->addWidget(histogram_, 2, 0);
  grid->addWidget(raster_, 2, 1);
  grid->setRowStretch(2, 1);
  grid->setColumnStretch(0, 3);
  grid->setColumnStretch(1, 4);
  state_->setObjectName("problemState");
  state_->setWordWrap(true);
  histogram_->setNames({}, tr("reads"));
  raster_->setObjectName("problemRaster");
  connect(&sampler_, &ProblemSampler::done, this, &ProblemPage::showResult);
  connect(&sampler_, &ProblemSampler::failed, state_, &QLabel::setText);
  connect(raster_, &SpinRaster::timePicked, raster_, &SpinRaster::setTime);
}

QWidget* ProblemPage::makeControls() {
  auto* bar = new QWidget;
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, 0, 0, 0);
  reads_->setToolTip(tr("How often the problem is annealed"));
  sweeps_->setToolTip(tr("Sweeps of each anneal, from hot to cold"));
  auto* again =
      makeTextButton(Glyph::Restart, tr("Sample"),
                     tr("Anneal the problem again, with other random numbers (R)"), "problemAgain");
  auto* close = makeTextButton(Glyph::Network, tr("Back to the network"),
                               tr("Puts the problem away"), "problemClose");
  connect(again, &QToolButton::clicked, this, &ProblemPage::sampleAgain);
  connect(close, &QToolButton::clicked, this, &ProblemPage::closed);
  connect(reads_, &QSpinBox::valueChanged, this, &ProblemPage::sample);
  connect(sweeps_, &QSpinBox::valueChanged, this, &ProblemPage::sample);
  for (QWidget* widget : std::initializer_list<QWidget*>{name_, reads_, sweeps_, again})
    row->addWidget(widget);
  row->addStretch();
  row->addWidget(close);
  return bar;
}

QString ProblemPage::state() const { return state_->text(); }

void ProblemPage::open(const std::filesystem::path& path) {
  request_.path = path;
  name_->setText(QStringLiteral("<b>%1</b>")
                     .arg(QString::fromStdString(path.filename().string()).toHtmlEscaped()));
  result_ = {};
  histogram_->setAfter(std::nullopt);
  raster_->setHistory(nullptr);
  sample();
}

void ProblemPage::sample() {
  request_.reads = reads_->value();
  request_.sweeps = sweeps_->value();
  state_->setText(tr("annealing …"));
  sampler_.request(request_);
}

void ProblemPage::sampleAgain() {
  ++request_.seed;
  sample();
}

void ProblemPage::showResult(const ProblemResult& result) {
  result_ = result;
  const std::vector<double>& energies = result.reads.energies;
  const double lowest = *std::min_element(energies.begin(), energies.end());
  const auto found = std::count_if(energies.begin(), energies.end(), [lowest](double energy) {
    return energy <= lowest + 1e-9 * std::abs(lowest);
  });
  state_->setText(tr("%L1 spins, %L2 couplings; lowest energy %3, by %L4 of %L5 reads in %6 s; "
                     "inverse temperature β from %7 to %8")
                      .arg(result.spins)
                      .arg(result.couplings)
                      .arg(lowest, 0, 'g', 9)
                      .arg(found)
                      .arg(energies.size())
                      .arg(threeDigits(result.seconds), threeDigits(result.range.hot),
                           threeDigits(result.range.cold)));
  histogram_->setAfter(result.reads);
  raster_->setHistory(result.history);
  raster_->setTime(result.history->freeSweeps);
}

void ProblemPage::moveBy(int sweeps) {
  if (result_.history)
    raster_->setTime(std::clamp(raster_->time() + sweeps, 0, result_.history->freeSweeps));
}

}  // namespace nudge
