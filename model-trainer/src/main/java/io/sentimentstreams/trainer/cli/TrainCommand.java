package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.TokenizerSettings;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.data.ReadSettings;
import io.sentimentstreams.trainer.train.TrainingSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import io.sentimentstreams.trainer.cli.option.BundleOutputOptions;
import io.sentimentstreams.trainer.cli.option.CheckpointOptions;
import io.sentimentstreams.trainer.cli.option.DataOptions;
import io.sentimentstreams.trainer.pipeline.DatasetLocation;
import io.sentimentstreams.trainer.cli.option.EmbeddingOptions;
import io.sentimentstreams.trainer.pipeline.EmbeddingSettings;
import io.sentimentstreams.trainer.pipeline.Interruption;
import io.sentimentstreams.trainer.cli.option.LearningOptions;
import io.sentimentstreams.trainer.cli.option.NetworkOptions;
import io.sentimentstreams.trainer.cli.option.ReleaseOptions;
import io.sentimentstreams.trainer.cli.option.TextOptions;
import io.sentimentstreams.trainer.pipeline.TrainingPlan;
import io.sentimentstreams.trainer.pipeline.TrainingRun;
import io.sentimentstreams.trainer.cli.option.UnlabelledOptions;

/** Trains a model on labelled reviews and writes a bundle. */
@Command(
    name = "train",
    description = "Trains a model on labelled reviews and writes a bundle with its model card.",
    sortOptions = false,
    defaultValueProvider = PresetDefaults.class)
final class TrainCommand implements Callable<Integer> {

  /** How progress is shown. */
  enum Display {
    AUTO,
    BAR,
    LINES
  }

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Option(names = "--data", required = true, paramLabel = "PATH", description = DataOptions.KINDS)
  private Path data;

  @Mixin private final BundleOutputOptions place = new BundleOutputOptions();

  @Option(
      names = "--validation-split",
      defaultValue = "0.2",
      paramLabel = "SHARE",
      description =
          "Share of the training part that is held out to choose the best epoch (default:"
              + " ${DEFAULT-VALUE}).")
  private double validationShare;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Use only N reviews, drawn by the seed; for trials.")
  private Optional<Integer> limit = Optional.empty();

  @Option(
      names = "--labels",
      split = ",",
      paramLabel = "NAME",
      description =
          "What texts can be called, in order; of two, the positive one last (default: negative and"
              + " positive, or all labels that the data has).")
  private List<String> labels = List.of();

  @Option(
      names = "--progress",
      defaultValue = "auto",
      paramLabel = "HOW",
      description =
          "A bar or lines; auto takes a bar where there is a terminal (default:"
              + " ${DEFAULT-VALUE}).")
  private Display display = Display.AUTO;

  @Option(
      names = "--preset",
      paramLabel = "MODEL",
      description =
          "A model of Deep Learning with Python (Chollet, 2017), chapter 6: ${COMPLETION-CANDIDATES}."
              + " It sets other options; those that are typed go before.")
  private Optional<Preset> preset = Optional.empty();

  @Mixin private final DataOptions rows = new DataOptions();
  @Mixin private final UnlabelledOptions unlabelled = new UnlabelledOptions();
  @Mixin private final NetworkOptions network = new NetworkOptions();
  @Mixin private final EmbeddingOptions vectors = new EmbeddingOptions();
  @Mixin private final TextOptions text = new TextOptions();
  @Mixin private final LearningOptions learning = new LearningOptions();
  @Mixin private final CheckpointOptions checkpoints = new CheckpointOptions();
  @Mixin private final ReleaseOptions release = new ReleaseOptions();

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  @Spec
  private CommandSpec spec;

  private final PrintWriter out;
  private final PrintWriter err;
  private final InstantSource clock;
  private final String command;

  TrainCommand(PrintWriter out, PrintWriter err, InstantSource clock, String command) {
    this.out = out;
    this.err = err;
    this.clock = clock;
    this.command = command;
  }

  @Override
  public Integer call() {
    TrainingPlan plan = plan();
    try (TrainingProgress progress = progress()) {
      boolean finished =
          new TrainingRun(plan, checkpoints.plan(place.folder()), progress, out, clock).run();
      return finished ? CommandLine.ExitCode.OK : Interruption.EXIT_CODE;
    }
  }

  /** What the options ask for. */
  TrainingPlan plan() {
    if (place.isTaken() && !checkpoints.resumes()) {
      throw new ParameterException(
          spec.commandLine(),
          "there is a bundle in %s already; give another --out, or --overwrite, or --resume"
              .formatted(place.folder()));
    }
    try {
      TokenizerSettings tokenizer = text.tokenizer();
      SequenceSettings sequences = text.sequences();
      TrainingSettings settings = learning.settings();
      Optional<EmbeddingSettings> start = vectors.plan();
      return new TrainingPlan(
          new DatasetLocation(data, readSettings()),
          limit,
          validationShare,
          unlabelled.plan(),
          tokenizer,
          text.vocabulary(),
          sequences,
          indexBound ->
              network.network(indexBound, sequences.maxLength(), start.map(EmbeddingSettings::width)),
          start,
          settings,
          preset,
          release.release(),
          place.folder(),
          place.name(),
          place.modelVersion(),
          command);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private ReadSettings readSettings() {
    return labels.isEmpty() ? rows.settings() : rows.settings().withLabels(new Labels(labels));
  }

  private TrainingProgress progress() {
    boolean terminal = Optional.ofNullable(System.console()).isPresent();
    boolean bar = display == Display.BAR || (display == Display.AUTO && terminal);
    return bar ? new ProgressOnTerminal(err) : new ProgressLines(err, clock);
  }
}
