package io.sentimentstreams.trainer.train.loss;

import io.sentimentstreams.model.decision.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Goal of a training: the task, with its loss, and the weights of examples.
 *
 * @param task kind of the labels; empty for the one that follows from their number
 * @param classWeights weight of an example of each class
 */
public record Objective(Optional<Task> task, ClassWeights classWeights) {

  /** Width of the soft targets of ordered labels, chosen by measurement (docs/training.md). */
  static final double WIDTH = 1;

  private static final int MAX_LISTED = 10;

  /** Returns the objective of labels about whose order nothing is known. */
  public static Objective of(ClassWeights classWeights) {
    return new Objective(Optional.empty(), classWeights);
  }

  /** Returns the task of a number of labels. */
  public Task task(int labels) {
    return task.orElseGet(() -> Task.of(labels));
  }

  /**
   * Checks that the task and the class weights fit the labels of the data.
   *
   * @throws IllegalArgumentException otherwise
   */
  public void requireLabels(List<String> labels) {
    requireLabels(task(labels.size()), labels);
    if (classWeights instanceof ClassWeights.Given given) {
      given.requireClasses(labels);
    }
  }

  /**
   * Checks that a task fits the labels.
   *
   * @throws IllegalArgumentException otherwise
   */
  public static void requireLabels(Task task, List<String> labels) {
    if (!task.allows(labels.size())) {
      throw new IllegalArgumentException(
          "--task %s needs %s, but there are %d: %s. Correct --task or the labels."
              .formatted(
                  task,
                  task == Task.BINARY ? "two labels" : "three labels at least",
                  labels.size(),
                  String.join(", ", labels.subList(0, Math.min(MAX_LISTED, labels.size())))
                      + (labels.size() > MAX_LISTED ? ", ..." : "")));
    }
  }

  /** Returns the loss of an example of three or more classes. */
  public ClassLoss loss() {
    return isOrdered() ? new SoftOrderedLoss(WIDTH) : new CrossEntropy();
  }

  private boolean isOrdered() {
    return task.equals(Optional.of(Task.ORDERED));
  }

  /**
   * Adds the settings by name, as a bundle and a checkpoint record them. The task is among them if
   * it does not follow from the number of labels.
   */
  public void addTo(Map<String, String> settings) {
    if (isOrdered()) {
      settings.put("task", Task.ORDERED.toString());
    }
    settings.put("loss", loss().toString());
    settings.put("classWeights", classWeights.toString());
  }
}
