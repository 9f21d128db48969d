package io.sentimentstreams.trainer.packaging;

import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.trainer.data.Labels;
import java.util.List;

/**
 * The labels that a model distinguishes and the texts that it answers.
 *
 * @param labels in the order of the network's classes
 * @param task kind of the labels
 * @param languages primary subtags of the languages that the model answers; empty for any
 */
public record ModelScope(Labels labels, Task task, List<String> languages) {

  public ModelScope {
    languages = List.copyOf(languages);
  }

  /**
   * Returns the scope of labels about whose order nothing is known.
   *
   * @param languages primary subtags; empty for any
   */
  public static ModelScope of(Labels labels, List<String> languages) {
    return new ModelScope(labels, Task.of(labels.size()), languages);
  }
}
