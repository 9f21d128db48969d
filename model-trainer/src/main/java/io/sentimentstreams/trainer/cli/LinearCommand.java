package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.trainer.cli.option.DataOptions;
import io.sentimentstreams.trainer.cli.option.JsonOption;
import io.sentimentstreams.trainer.cli.option.LabelOptions;
import io.sentimentstreams.trainer.cli.option.SeedOption;
import io.sentimentstreams.trainer.cli.option.SplitOption;
import io.sentimentstreams.trainer.data.DataFingerprint;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.LabelledTexts;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.data.source.DataSource;
import io.sentimentstreams.trainer.data.source.TrainingData;
import io.sentimentstreams.trainer.data.table.ReadSettings;
import io.sentimentstreams.trainer.evaluate.ClassEvaluation;
import io.sentimentstreams.trainer.evaluate.ClassMeasures;
import io.sentimentstreams.trainer.evaluate.ClassPrediction;
import io.sentimentstreams.trainer.evaluate.Evaluation;
import io.sentimentstreams.trainer.evaluate.Measures;
import io.sentimentstreams.trainer.evaluate.Prediction;
import io.sentimentstreams.trainer.linear.LinearClassifier;
import io.sentimentstreams.trainer.linear.LinearSettings;
import io.sentimentstreams.trainer.linear.LinearTrainer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
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

/** Training and measurement of the linear baseline. */
@Command(
    name = "linear",
    description = {
      "Trains and measures the linear baseline (NB-SVM on words and n-grams), for comparison with a"
          + " network.",
      "More than two labels have one model each, against the rest.",
      "With --split validation it trains without the validation split and measures on it.",
      "With --split test it trains on the whole train split and measures on the test split.",
      "The same --seed and --validation-split hold out the same reviews as train."
    },
    defaultValueProvider = SplitOption.DefaultValidation.class,
    sortOptions = false)
final class LinearCommand implements Callable<Integer> {

  private static final double THRESHOLD = 0.5;

  @Mixin private final DataOptions data = new DataOptions();
  @Mixin private final LabelOptions labels = new LabelOptions();

  @Option(
      names = "--test-data",
      paramLabel = "PATH",
      description = "Reviews for --split test, if they are in another file (default: --data).")
  private Optional<Path> testPath = Optional.empty();

  @Mixin private final SplitOption split = new SplitOption();
  @Mixin private final JsonOption json = new JsonOption();

  @Option(
      names = "--ngrams",
      defaultValue = "3",
      paramLabel = "N",
      description = "Maximum number of words in an n-gram (default: ${DEFAULT-VALUE}).")
  private int ngrams;

  @Option(
      names = "--c",
      defaultValue = "1",
      paramLabel = "C",
      description = "Inverse of the regularization strength (default: ${DEFAULT-VALUE}).")
  private double cost;

  @Option(
      names = "--validation-split",
      defaultValue = "0.2",
      paramLabel = "SHARE",
      description = "Share of the reviews that is held out (default: ${DEFAULT-VALUE}).")
  private double validationSplit;

  @Mixin private final SeedOption seed = new SeedOption();

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
   * Reviews of the baseline.
   *
   * @param labels labels of the reviews
   * @param training reviews that it is trained on
   * @param measured reviews that it is measured on
   */
  private record Parts(Labels labels, List<LabelledText> training, List<LabelledText> measured) {}

  @Override
  public Integer call() {
    if (testPath.isPresent() && split.value() != Split.TEST) {
      throw new ParameterException(spec.commandLine(), "--test-data needs --split test");
    }
    LinearSettings settings = settings();
    Parts parts = parts();
    DataFingerprint fingerprint = DataFingerprint.of(parts.measured());
    if (fingerprint.equals(DataFingerprint.of(parts.training()))) {
      err.println(
          "warning: the model is measured on its training reviews. Give another --test-data.");
    }
    Instant start = clock.instant();
    LinearClassifier model =
        new LinearTrainer(settings).trainClasses(parts.training(), parts.labels().size());
    err.println(
        String.format(
            Locale.ROOT,
            "trained on %,d reviews in %s: %,d words and n-grams",
            parts.training().size(),
            DurationFormat.of(Duration.between(start, clock.instant())),
            model.features()));
    out.println(evaluate(model, settings, parts, fingerprint));
    return 0;
  }

  private String evaluate(
      LinearClassifier model, LinearSettings settings, Parts parts, DataFingerprint fingerprint) {
    Instant start = clock.instant();
    List<ClassPrediction> predictions =
        parts.measured().stream()
            .map(
                text ->
                    new ClassPrediction(
                        Arrays.stream(model.probabilities(text.text())).boxed().toList(),
                        text.label()))
            .toList();
    double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
    Evaluation.BundleId id = new Evaluation.BundleId("linear NB-SVM", settings.description(), null);
    Evaluation.DataId dataId =
        new Evaluation.DataId(
            measuredPath().toString(),
            split.value().label(),
            fingerprint.sha256(),
            fingerprint.examples());
    double milliseconds = 1000 * seconds / predictions.size();
    if (parts.labels().size() == 2) {
      Measures measures = Measures.of(binary(predictions), THRESHOLD);
      Evaluation evaluation = new Evaluation(measures, id, dataId, seconds, milliseconds);
      List<String> names = parts.labels().names();
      return json.isSet() ? evaluation.toJson() : evaluation.toText(names.get(0), names.get(1));
    }
    Task task = labels.task().orElse(Task.NOMINAL);
    ClassMeasures measures = ClassMeasures.of(predictions, parts.labels().names(), task);
    ClassEvaluation evaluation =
        new ClassEvaluation(measures, id, dataId, seconds, milliseconds, null);
    return json.isSet() ? evaluation.toJson() : evaluation.toText();
  }

  private static List<Prediction> binary(List<ClassPrediction> predictions) {
    return predictions.stream()
        .map(each -> new Prediction(each.probabilities().get(1), each.label() == 1))
        .toList();
  }

  private Path measuredPath() {
    return split.value() == Split.TEST ? testPath.orElse(data.path()) : data.path();
  }

  private LinearSettings settings() {
    try {
      return new LinearSettings(ngrams, cost);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private TrainingData.Holdout holdout() {
    try {
      return new TrainingData.Holdout(validationSplit, seed.value());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private DataSource source(Path path) {
    return DataSource.of(path, settingsOfData());
  }

  private ReadSettings settingsOfData() {
    try {
      return labels.applyTo(data.settings());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private LabelledTexts readTraining() {
    LabelledTexts read = source(data.path()).read(Split.TRAIN);
    warn(read.warnings());
    return read;
  }

  private List<LabelledText> readTest(Labels known) {
    LabelledTexts read =
        DataSource.of(measuredPath(), data.settings().withLabels(known)).read(Split.TEST);
    warn(read.badLines().warnings());
    return read.texts();
  }

  private void warn(List<String> warnings) {
    warnings.forEach(warning -> err.println("warning: " + warning));
  }

  private Parts parts() {
    return switch (split.value()) {
      case TEST -> {
        LabelledTexts training = readTraining();
        yield new Parts(training.labels(), training.texts(), readTest(training.labels()));
      }
      case VALIDATION -> {
        TrainingData read = TrainingData.read(source(data.path()), Optional.empty(), holdout());
        warn(read.badLines().warnings());
        yield new Parts(read.labels(), read.parts().training(), read.parts().validation());
      }
      case TRAIN ->
          throw new ParameterException(
              spec.commandLine(), "--split must be validation or test, was train");
    };
  }
}
