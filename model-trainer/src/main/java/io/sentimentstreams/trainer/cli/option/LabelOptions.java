package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.data.label.LabelSettings;
import io.sentimentstreams.trainer.data.table.ReadSettings;
import io.sentimentstreams.trainer.train.loss.Objective;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The labels that a model learns. */
public final class LabelOptions {

  @Option(
      names = "--task",
      paramLabel = "TASK",
      description =
          "Kind of the labels: ${COMPLETION-CANDIDATES} (default: binary for two labels, otherwise"
              + " nominal). With ordered, the labels are a scale such as stars, and a near label is"
              + " a smaller error than a far one.")
  private Optional<Task> task = Optional.empty();

  @Option(
      names = "--labels",
      split = ",",
      paramLabel = "NAME",
      description =
          "All labels, in order; other values in the data are errors. The second of two labels is"
              + " the positive one; ordered labels start with the lowest (default: negative and"
              + " positive, or all labels in the data).")
  private List<String> labels = List.of();

  @Option(
      names = "--allow-many-labels",
      description =
          "Accept more than 50 labels, and labels with fewer than 5 rows, without naming them in"
              + " --labels.")
  private boolean manyLabels;

  /** Returns the kind of the labels; empty for the one that follows from their number. */
  public Optional<Task> task() {
    return task;
  }

  /**
   * Returns settings that read these labels.
   *
   * @throws IllegalArgumentException if the task cannot have the labels
   */
  public ReadSettings applyTo(ReadSettings settings) {
    LabelSettings reading = settings.labels();
    if (task.equals(Optional.of(Task.ORDERED))) {
      reading = reading.withOrder(LabelSettings.Order.SCALE);
    }
    if (manyLabels) {
      reading = reading.withMode(LabelSettings.Mode.MANY);
    }
    if (labels.isEmpty()) {
      return settings.withLabels(reading);
    }
    Labels named = LabelSettings.named(labels);
    task.ifPresent(kind -> Objective.requireLabels(kind, named.names()));
    return settings.withLabels(reading.withKnown(named).withMode(LabelSettings.Mode.LISTED));
  }
}
