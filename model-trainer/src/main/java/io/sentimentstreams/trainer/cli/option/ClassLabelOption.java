package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.trainer.data.Labels;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Option;

/** Option for the names of the classes of an imported model. */
public final class ClassLabelOption {

  @Option(
      names = "--labels",
      split = ",",
      paramLabel = "NAME",
      description =
          "Labels of the model's classes, in order (default: negative and positive; for more than"
              + " two classes 0, 1, 2 and so on).")
  private List<String> labels = List.of();

  /**
   * Returns the labels, or default names.
   *
   * @param classes number of classes of the model, at least 2
   * @throws IllegalArgumentException if the names are not valid
   */
  public Labels of(int classes) {
    if (!labels.isEmpty()) {
      return new Labels(labels);
    }
    return classes == 2
        ? Labels.SENTIMENT
        : new Labels(IntStream.range(0, classes).mapToObj(Integer::toString).toList());
  }
}
