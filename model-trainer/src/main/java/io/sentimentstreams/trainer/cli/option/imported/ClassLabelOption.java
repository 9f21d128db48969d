package io.sentimentstreams.trainer.cli.option.imported;

import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.trainer.cli.option.LanguagesOption;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.packaging.ModelScope;
import io.sentimentstreams.trainer.train.loss.Objective;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The labels of an imported model, and the languages that it answers. */
public final class ClassLabelOption {

  @Option(
      names = "--labels",
      split = ",",
      paramLabel = "NAME",
      description =
          "Labels of the model's classes, in order (default: negative and positive; for more than"
              + " two classes 0, 1, 2 and so on).")
  private List<String> labels = List.of();

  @Option(
      names = "--task",
      paramLabel = "TASK",
      description =
          "Kind of the labels: ${COMPLETION-CANDIDATES}; ordered is for a scale such as stars"
              + " (default: binary for two labels, otherwise nominal).")
  private Optional<Task> task = Optional.empty();

  @Mixin private final LanguagesOption languages = new LanguagesOption();

  /**
   * Returns the labels, or default names, with the languages.
   *
   * @param network of the model
   * @throws IllegalArgumentException if the names are not valid, or the task does not fit them
   */
  public ModelScope scope(Network network) {
    Labels named = labels(network.classes());
    Task kind = task.orElseGet(() -> Task.of(named.size()));
    Objective.requireLabels(kind, named.names());
    return new ModelScope(named, kind, languages.subtags());
  }

  private Labels labels(int classes) {
    if (!labels.isEmpty()) {
      return new Labels(labels);
    }
    return classes == 2
        ? Labels.SENTIMENT
        : new Labels(IntStream.range(0, classes).mapToObj(Integer::toString).toList());
  }
}
