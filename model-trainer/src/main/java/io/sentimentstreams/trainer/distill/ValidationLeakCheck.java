package io.sentimentstreams.trainer.distill;

import io.sentimentstreams.trainer.data.source.TrainingData;
import io.sentimentstreams.trainer.provenance.RecordedProvenance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Check that a teacher did not learn from the validation split. A student of such a teacher would
 * look better on that split than it is. Not thread-safe: one per bundle.
 */
final class ValidationLeakCheck {

  private final List<String> missing = new ArrayList<>();
  private final List<String> different = new ArrayList<>();

  private ValidationLeakCheck() {}

  /**
   * Compares the validation split of a bundle's training with the one of this training.
   *
   * @param path of the bundle
   * @param recorded facts of the bundle's training
   * @param data of this training
   * @param warnings accepts a warning if the bundle does not record its validation split
   * @throws InvalidTeacherException if the validation splits differ
   */
  static void check(
      Path path, RecordedProvenance recorded, TrainingData data, Consumer<String> warnings) {
    ValidationLeakCheck check = new ValidationLeakCheck();
    check.compare("seed", recorded.seed(), data.holdout().seed());
    check.compare("validation split", recorded.validationSplit(), data.holdout().share());
    check.compare("data SHA-256", recorded.dataSha256(), data.fingerprints().whole().sha256());
    check.compare(
        "validation SHA-256",
        recorded.validationSha256(),
        data.fingerprints().validation().sha256());
    if (!check.different.isEmpty()) {
      throw new InvalidTeacherException(path, String.join("; ", check.different));
    }
    if (!check.missing.isEmpty()) {
      warnings.accept(
          "%s does not record its %s. Make sure that it did not learn from the validation split."
              .formatted(path, String.join(", ", check.missing)));
    }
  }

  private <T> void compare(String name, Optional<T> recorded, T current) {
    if (recorded.isEmpty()) {
      missing.add(name);
    } else if (!recorded.get().equals(current)) {
      different.add("its %s is %.12s, here it is %.12s".formatted(name, recorded.get(), current));
    }
  }
}
