package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.trainer.data.BadLines;
import io.sentimentstreams.trainer.data.DataFingerprint;
import io.sentimentstreams.trainer.data.DataSource;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.LabelledTexts;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.evaluate.Evaluation;
import io.sentimentstreams.trainer.evaluate.Measures;
import io.sentimentstreams.trainer.evaluate.Prediction;
import io.sentimentstreams.trainer.linear.LinearModel;
import io.sentimentstreams.trainer.linear.LinearSettings;
import io.sentimentstreams.trainer.linear.LinearTrainer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import io.sentimentstreams.trainer.cli.option.DataOptions;
import io.sentimentstreams.trainer.data.TrainingData;

/** Trains the linear baseline and measures it. */
@Command(
    name = "linear",
    description =
        "Trains the linear baseline (words and n-grams, NB-SVM) and measures it, to have a figure"
            + " beside a network's.",
    sortOptions = false)
final class LinearCommand implements Callable<Integer> {

  private static final double THRESHOLD = 0.5;

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Option(names = "--data", required = true, paramLabel = "PATH", description = DataOptions.KINDS)
  private Path dataPath;

  @Option(
      names = "--test-data",
      paramLabel = "PATH",
      description =
          "Where --split test finds what it measures on, if that is a file of its own (default:"
              + " --data).")
  private Optional<Path> testPath = Optional.empty();

  @Mixin private final DataOptions rows = new DataOptions();

  @Option(
      names = "--split",
      defaultValue = "validation",
      paramLabel = "PART",
      description =
          "validation learns from the training part without what train holds out and measures on"
              + " that; test learns from all of it and measures on the test part (default:"
              + " ${DEFAULT-VALUE}).")
  private Part part = Part.VALIDATION;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(
      names = "--ngrams",
      defaultValue = "3",
      paramLabel = "N",
      description = "How many words an n-gram has at most (default: ${DEFAULT-VALUE}).")
  private int ngrams;

  @Option(
      names = "--c",
      defaultValue = "1",
      paramLabel = "C",
      description =
          "The cost of an error against the size of the weights (default: ${DEFAULT-VALUE}).")
  private double cost;

  @Option(
      names = "--validation-split",
      defaultValue = "0.2",
      paramLabel = "SHARE",
      description = "Share of the training part that is held out (default: ${DEFAULT-VALUE}).")
  private double validationShare;

  @Option(
      names = "--seed",
      defaultValue = "42",
      paramLabel = "N",
      description = "Decides the held-out part, as it does for train (default: ${DEFAULT-VALUE}).")
  private long seed;

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  @Spec
  private CommandSpec spec;

  private final PrintWriter out;
  private final PrintWriter err;
  private final InstantSource clock;

  LinearCommand(PrintWriter out, PrintWriter err, InstantSource clock) {
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  /**
   * What the baseline learns from and what it is measured on.
   *
   * @param training the first
   * @param measured the second
   */
  private record Parts(List<LabelledText> training, List<LabelledText> measured) {}

  @Override
  public Integer call() {
    if (testPath.isPresent() && part != Part.TEST) {
      throw new ParameterException(
          spec.commandLine(), "--test-data is measured on by --split test only");
    }
    LinearSettings settings = settings();
    Parts parts = parts();
    DataFingerprint data = DataFingerprint.of(parts.measured());
    if (data.equals(DataFingerprint.of(parts.training()))) {
      err.println("warning: the model learns from these very reviews; they say little of others");
    }
    Instant start = clock.instant();
    LinearModel model = new LinearTrainer(settings).train(parts.training());
    err.println(
        String.format(
            Locale.ROOT,
            "trained on %,d reviews in %s: %,d words and n-grams",
            parts.training().size(),
            DurationFormat.of(Duration.between(start, clock.instant())),
            model.features()));
    Instant trained = clock.instant();
    List<Prediction> predictions =
        parts.measured().stream()
            .map(text -> new Prediction(model.score(text.text()), text.positive()))
            .toList();
    double seconds = Duration.between(trained, clock.instant()).toMillis() / 1000.0;
    Evaluation evaluation =
        new Evaluation(
            Measures.of(predictions, THRESHOLD),
            new Evaluation.BundleId("linear NB-SVM", settings.description(), null),
            new Evaluation.DataId(
                measuredPath().toString(), part.label(), data.sha256(), data.examples()),
            seconds,
            1000 * seconds / predictions.size());
    out.println(json ? evaluation.toJson() : evaluation.toText());
    return 0;
  }

  private Path measuredPath() {
    return part == Part.TEST ? testPath.orElse(dataPath) : dataPath;
  }

  private LinearSettings settings() {
    if (!(validationShare > 0 && validationShare < 1)) {
      throw new ParameterException(
          spec.commandLine(),
          "the validation share must be above 0 and below 1, was " + validationShare);
    }
    try {
      return new LinearSettings(ngrams, cost);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private DataSource source(Path path) {
    return DataSource.of(path, rows.settings().withLabels(Labels.SENTIMENT));
  }

  private List<LabelledText> read(Path path, Split split) {
    LabelledTexts read = source(path).read(split);
    warn(read.badLines());
    return read.texts();
  }

  private void warn(BadLines lines) {
    lines.warnings().forEach(warning -> err.println("warning: " + warning));
  }

  private Parts parts() {
    return switch (part) {
      case TEST -> new Parts(read(dataPath, Split.TRAIN), read(measuredPath(), Split.TEST));
      case VALIDATION -> {
        TrainingData data =
            TrainingData.read(source(dataPath), Optional.empty(), validationShare, seed);
        warn(data.badLines());
        yield new Parts(data.parts().training(), data.parts().validation());
      }
      case TRAIN ->
          throw new ParameterException(
              spec.commandLine(), "--split must be validation or test: it learns from the rest");
    };
  }
}
