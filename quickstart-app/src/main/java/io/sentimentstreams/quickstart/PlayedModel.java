package io.sentimentstreams.quickstart;

import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.quickstart.review.LabelNames;
import java.nio.file.Path;
import java.util.List;

/**
 * The facts about a run's bundles that the table shows.
 *
 * @param task the kind of the labels
 * @param labels as records spell them, in the model's order
 * @param languages the languages that the model answers; empty for any
 */
record PlayedModel(Task task, LabelNames labels, List<String> languages) {

  PlayedModel {
    languages = List.copyOf(languages);
  }

  /** Returns the facts about the shipped bundles, whose labels are the same. */
  static PlayedModel shipped() {
    return new PlayedModel(Task.BINARY, new LabelNames(List.of("NEGATIVE", "POSITIVE")), List.of());
  }

  /**
   * Reads the facts from a bundle.
   *
   * @throws io.sentimentstreams.model.bundle.InvalidBundleException if the bundle is invalid
   */
  static PlayedModel read(Path bundle) {
    ActiveModel model = ActiveModel.of(BundleReader.read(bundle));
    return new PlayedModel(
        model.task(), new LabelNames(model.labels()), model.manifest().languages());
  }

  /** Returns whether the model answers a language. */
  boolean answers(String language) {
    return languages.isEmpty() || languages.contains(language);
  }

  /** Returns the name of the number in each row. */
  String numberName() {
    return task == Task.NOMINAL ? "PROB" : "SCORE";
  }

  /** Returns the meaning of the number in each row. */
  String numberMeaning() {
    List<String> names = labels.labels();
    return switch (task) {
      case BINARY -> "probability that the review is " + names.get(1);
      case ORDERED ->
          "expected position from %s (0) to %s (1)"
              .formatted(names.get(0), names.get(names.size() - 1));
      case NOMINAL -> "probability of the label";
    };
  }
}
