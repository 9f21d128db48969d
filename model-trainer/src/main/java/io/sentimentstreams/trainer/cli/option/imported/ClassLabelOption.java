package io.sentimentstreams.trainer.cli.option.imported;

import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.trainer.cli.option.LanguagesOption;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.packaging.ModelScope;
import java.util.List;
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

  @Mixin private final LanguagesOption languages = new LanguagesOption();

  /**
   * Returns the labels, or default names, with the languages.
   *
   * @param network of the model
   * @throws IllegalArgumentException if the names are not valid
   */
  public ModelScope scope(Network network) {
    return ModelScope.of(labels(network.classes()), languages.subtags());
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
