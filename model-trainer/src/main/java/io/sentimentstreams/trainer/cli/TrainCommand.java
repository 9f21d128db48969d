package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.trainer.cli.option.BundleOutputOptions;
import io.sentimentstreams.trainer.cli.option.CheckpointOptions;
import io.sentimentstreams.trainer.cli.option.DataOptions;
import io.sentimentstreams.trainer.cli.option.DistillationOptions;
import io.sentimentstreams.trainer.cli.option.EmbeddingOptions;
import io.sentimentstreams.trainer.cli.option.LabelOptions;
import io.sentimentstreams.trainer.cli.option.LanguagesOption;
import io.sentimentstreams.trainer.cli.option.LearningOptions;
import io.sentimentstreams.trainer.cli.option.NetworkOptions;
import io.sentimentstreams.trainer.cli.option.ReleaseOptions;
import io.sentimentstreams.trainer.cli.option.TextOptions;
import io.sentimentstreams.trainer.pipeline.CheckpointSettings;
import io.sentimentstreams.trainer.pipeline.EmbeddingSettings;
import io.sentimentstreams.trainer.pipeline.Interruption;
import io.sentimentstreams.trainer.pipeline.TrainingOutcome;
import io.sentimentstreams.trainer.pipeline.TrainingPlan;
import io.sentimentstreams.trainer.pipeline.TrainingRun;
import io.sentimentstreams.trainer.report.TrainingReport;
import io.sentimentstreams.trainer.train.Checkpoints;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
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

/** Training of a model on labelled reviews. */
@Command(
    name = "train",
    description = {
      "Trains a model on labelled reviews and writes a bundle with its model card.",
      "--seed determines the validation split, initial weights, order and dropout."
    },
    sortOptions = false,
    defaultValueProvider = PresetDefaults.class)
final class TrainCommand implements Callable<Integer> {

  /** Forms of the progress display. */
  enum Display {
    AUTO,
    BAR,
    LINES
  }

  @Mixin private final DataOptions data = new DataOptions();
  @Mixin private final LabelOptions labels = new LabelOptions();
  @Mixin private final BundleOutputOptions output = new BundleOutputOptions();

  @Option(
      names = "--validation-split",
      defaultValue = "0.2",
      paramLabel = "SHARE",
      description =
          "Share of the reviews that is held out to choose the best epoch (default:"
              + " ${DEFAULT-VALUE}).")
  private double validationSplit;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Use only N randomly chosen reviews, for trials.")
  private Optional<Integer> limit = Optional.empty();

  @Option(
      names = "--progress",
      defaultValue = "auto",
      paramLabel = "FORM",
      description =
          "Progress display: bar, lines, or auto, a bar on a terminal (default: ${DEFAULT-VALUE}).")
  private Display display = Display.AUTO;

  @Option(
      names = "--preset",
      paramLabel = "MODEL",
      description =
          "Model of chapter 6 of Deep Learning with Python (Chollet, 2017): ${COMPLETION-CANDIDATES}."
              + " It sets other options; typed options override them.")
  private Optional<Preset> preset = Optional.empty();

  @Mixin private final LanguagesOption languages = new LanguagesOption();
  @Mixin private final DistillationOptions distillation = new DistillationOptions();
  @Mixin private final NetworkOptions network = new NetworkOptions();
  @Mixin private final EmbeddingOptions embeddings = new EmbeddingOptions();
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
    checkOutputs();
    TrainingPlan plan = plan();
    CheckpointSettings states = checkpoints.settings(plan.output().folder().path());
    ProgressDisplay progress = progress();
    TrainingConsole console = new TrainingConsole(out, progress);
    try (Interruption interruption = new Interruption(console::onStop)) {
      TrainingOutcome outcome = new TrainingRun(plan, states, console, clock).run(interruption);
      new TrainingSummary(out).print(outcome, preset, plan.output().folder().bundle());
      if (release.hasReport()) {
        out.println(
            "wrote "
                + TrainingReport.writeBeside(
                    plan.output().folder().path(), outcome.bundle().classified(), command));
      }
      return outcome.finished() ? CommandLine.ExitCode.OK : Interruption.EXIT_CODE;
    } finally {
      progress.finish();
    }
  }

  /** Checks all outputs before the data is read. A resumed training replaces its own files. */
  private void checkOutputs() {
    if (checkpoints.isResume()) {
      output.checkWritable();
    } else {
      List<String> more = new ArrayList<>();
      if (release.hasReport()) {
        more.addAll(TrainingReport.FILE_NAMES);
      }
      if (!checkpoints.hasFolder()) {
        more.add(Checkpoints.FILE_NAME);
      }
      output.check(more, " --resume");
    }
    checkpoints.check(output.isOverwrite());
  }

  /** Returns the settings that the options describe. */
  TrainingPlan plan() {
    try {
      TrainingPlan.Text sequences = text.settings();
      Optional<EmbeddingSettings> pretrained = embeddings.settings();
      return new TrainingPlan(
          new TrainingPlan.Data(
              data.path(), labels.applyTo(data.settings()), limit, validationSplit),
          distillation.teaching(),
          sequences,
          new TrainingPlan.Architecture(
              indexBound ->
                  network.network(
                      indexBound,
                      sequences.sequences().maxLength(),
                      pretrained.map(EmbeddingSettings::width)),
              pretrained),
          learning.settings(labels.task()),
          new TrainingPlan.Output(
              output.folder(), output.id(), languages.subtags(), release.settings()),
          new TrainingPlan.Invocation(command, preset.map(Preset::toString)));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private ProgressDisplay progress() {
    boolean terminal = Optional.ofNullable(System.console()).isPresent();
    boolean bar = display == Display.BAR || (display == Display.AUTO && terminal);
    return bar ? new ProgressOnTerminal(err) : new ProgressLines(err, clock);
  }
}
