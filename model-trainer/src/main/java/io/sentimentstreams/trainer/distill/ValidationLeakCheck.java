package io.sentimentstreams.trainer.distill;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import io.sentimentstreams.trainer.data.TrainingData;
import io.sentimentstreams.trainer.provenance.TrainingFacts;

/**
 * Makes sure that a bundle did not learn from what a training holds out: else the validation part
 * would say that the student is better than it is, for its teacher knew the answers.
 */
final class ValidationLeakCheck {

  private ValidationLeakCheck() {}

  /**
   * Compares what a bundle held out with what is held out now.
   *
   * @param facts of the bundle's training
   * @param warnings told if the bundle does not say what it held out
   * @throws InvalidTeacherException if that is something else
   */
  static void check(
      Path path, Map<String, String> facts, TrainingData data, Consumer<String> warnings) {
    Map<String, String> now = new LinkedHashMap<>();
    now.put(TrainingFacts.SEED, Long.toString(data.seed()));
    now.put(TrainingFacts.VALIDATION_SHARE, Double.toString(data.validationShare()));
    now.put(TrainingFacts.DATA_SHA256, data.whole().sha256());
    now.put(TrainingFacts.VALIDATION_SHA256, data.validation().sha256());

    List<String> missing = now.keySet().stream().filter(name -> !facts.containsKey(name)).toList();
    List<String> different =
        now.entrySet().stream()
            .filter(
                fact -> !fact.getValue().equals(facts.getOrDefault(fact.getKey(), fact.getValue())))
            .map(
                fact ->
                    "its %s is %.12s, now it is %.12s"
                        .formatted(fact.getKey(), facts.get(fact.getKey()), fact.getValue()))
            .toList();
    if (!different.isEmpty()) {
      throw new InvalidTeacherException(path, String.join("; ", different));
    }
    if (!missing.isEmpty()) {
      warnings.accept(
          "%s does not say its %s; make sure that it has not learned from held-out reviews"
              .formatted(path, String.join(", ", missing)));
    }
  }
}
