#include "core/lesson/Condition.h"

namespace nudge {

const std::vector<KnownFact>& knownFacts() {
  static const std::vector<KnownFact> facts{
      {"workspace", "the workspace that is shown, by its name in lessons"},
      {"run.epoch", "epochs that the run has finished"},
      {"run.playing", "whether the run goes on: true or false"},
      {"run.train_error", "error on the training set after the last epoch, in per cent"},
      {"run.test_error", "error on the test set after the last epoch, in per cent"},
      {"run.flip_metric.N", "flip metric π of layer N in the last epoch"},
      {"dynamics.time", "the step that is shown, from 0; the nudge phase follows the free one"},
      {"dynamics.phase", "the phase that is shown: \"free\" or \"nudge\""},
      {"dynamics.changed.N", "neurons of layer N that the nudge phase changed"},
      {"dynamics.changed", "the same, all layers but the outputs"},
      {"dynamics.label", "what the input shows, as the target says"},
      {"dynamics.answer", "the class that the outputs of the free phase stand for"},
      {"dynamics.right", "whether that is the target: true or false"},
      {"dynamics.cosine", "smallest cosine between EP's estimate and BPTT's gradient, over layers"},
      {"annealing.same_class", "share of reads that agree on a class, in per cent"},
      {"annealing.flipped", "spins that the nudge phase turned"},
      {"chip.chip", "the chip that is shown: \"pegasus:16\""},
      {"chip.qubits", "qubits that the embedding takes"},
      {"chip.longest", "qubits of the longest chain"},
      {"chip.faults", "qubits that are marked as faulty"},
      {"chip.broken", "chains that the last anneal broke"},
      {"features.class", "the class whose pattern is chosen"},
      {"classics.page", "the page of the classics that is shown: \"hopfield\", \"bam\", …"},
      {"hopfield.stored", "patterns that are stored"},
      {"hopfield.overlap", "of the last recall with the nearest pattern: 1 where it came back"},
      {"bam.overlap", "of the last recall with its pair, the worse of both groups"},
      {"boltzmann.error", "reconstruction error of the last epoch"},
      {"boltzmann.epoch", "epochs that the machine on top has learnt"},
      {"cut.value", "the cut that is shown"},
      {"memristors.gain", "how much lower the noise brought the mean of the best energies"},
      {"resistors.error", "error on flowers that were not learnt from, in per cent"},
      {"xnor.steps", "products that are done"},
      {"xnor.sum", "what they come to"},
  };
  return facts;
}

const std::vector<KnownFact>& knownEvents() {
  static const std::vector<KnownFact> events{
      {"run.play", "the run was set going"},
      {"run.step", "one mini-batch was learnt by hand"},
      {"dynamics.play", "the animation was played"},
      {"dynamics.scrub", "the time was moved by hand"},
      {"dynamics.draw", "an input was drawn"},
      {"dynamics.sample", "another image was picked"},
      {"dynamics.pick", "a neuron was picked"},
      {"annealing.sample", "the anneals were sampled again"},
      {"annealing.schedule", "a point of a schedule was moved"},
      {"annealing.play", "the anneals were played sweep by sweep"},
      {"chip.follow", "a chain was picked"},
      {"chip.find", "a neuron or qubit was looked for"},
      {"chip.anneal", "an image was settled on the chip"},
      {"features.unit", "a hidden unit was picked"},
      {"features.layer", "another hidden layer was chosen"},
      {"features.draw", "an input was drawn there"},
      {"hopfield.store", "a pattern was stored"},
      {"hopfield.corrupt", "the state was corrupted"},
      {"hopfield.recall", "a recall was begun"},
      {"hopfield.capacity", "the capacity was measured"},
      {"bam.recall", "one group asked the other"},
      {"boltzmann.learn", "learning was begun"},
      {"boltzmann.add", "a machine was put on top"},
      {"boltzmann.generate", "images were generated from noise"},
      {"cut.solve", "a cut was looked for"},
      {"cut.turn", "a node was taken to the other side"},
      {"memristors.run", "the memristors were run"},
      {"resistors.learn", "the resistors were set to learning"},
      {"resistors.step", "the resistors learnt from one flower"},
      {"xnor.step", "one product was made"},
  };
  return events;
}

}  // namespace nudge
