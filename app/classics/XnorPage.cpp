#include "app/classics/XnorPage.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

#include "widgets/XnorView.h"

namespace nudge {

XnorPage::XnorPage(Session& session)
    : ClassicPage(
          session, "xnor", tr("XNOR and popcount"),
          tr("Why binary weights and neurons are cheap: the product of two signs is one gate, "
             "their sum a count of ones. All of EP with binary networks comes to this.")),
      random_(3, Purpose::Classics),
      view_(new XnorView),
      sums_(new QLabel) {
  bits_ = addNumber("xnorBits", tr("bits "), 2, 16, 8, tr("How many weights the neuron has"));
  threshold_ = addNumber("xnorThreshold", tr("threshold "), -16, 16, 0,
                         tr("The neuron fires where the sum is at least this"));
  addButton(Glyph::Step, tr("Step"), tr("Multiplies the next pair of signs (.)"), "xnorStep",
            [this] { stepForward(); });
  addButton(Glyph::Restart, tr("Begin anew"), tr("With other signs (R)"), "xnorAnew",
            [this] { restart(); });
  bar().addStretch();
  sums_->setObjectName("xnorSums");
  sums_->setAlignment(Qt::AlignCenter);
  sums_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  body().addWidget(view_, 3);
  body().addWidget(sums_, 2);
  connect(bits_, &QSpinBox::valueChanged, this, &XnorPage::restart);
  connect(threshold_, &QSpinBox::valueChanged, this, &XnorPage::showStep);
  connect(view_, &XnorView::turned, this, &XnorPage::showStep);
  restart();
}

void XnorPage::draw() {
  const auto bits = static_cast<std::size_t>(bits_->value());
  view_->setVectors(randomPattern(bits, random_), randomPattern(bits, random_));
}

void XnorPage::restart() {
  draw();
  step_ = 0;
  showStep();
}

void XnorPage::stepForward() {
  step_ = std::min(step_ + 1, bits_->value());
  showStep();
  did("xnor.step");
}

void XnorPage::showStep() {
  view_->setStep(step_);
  const int ones = view_->ones(), sum = 2 * ones - step_;
  const QString done = step_ < bits_->value() ? tr("so far") : tr("all bits");
  sums_->setText(
      tr("<p style='font-size:x-large'>popcount = %1 of %2</p><p style='font-size:x-large'>sum = "
         "2 · %1 − %2 = <b>%3</b> (%4)</p><p style='font-size:x-large'>sum ≥ %5: output %6</p>")
          .arg(ones)
          .arg(step_)
          .arg(sum)
          .arg(done)
          .arg(threshold_->value())
          .arg(sum >= threshold_->value() ? "1" : "0"));
  say(tr("−1 is the bit 0 and +1 the bit 1. Click a bit to turn it."));
  tell("xnor.steps", step_);
  tell("xnor.sum", sum);
}

void XnorPage::pose() {
  while (step_ < bits_->value()) stepForward();
}

}  // namespace nudge
