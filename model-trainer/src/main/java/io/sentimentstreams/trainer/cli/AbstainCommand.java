package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.BundleWriter;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.file.OutputCheck;
import io.sentimentstreams.trainer.cli.option.BundleOption;
import io.sentimentstreams.trainer.cli.option.DataOptions;
import io.sentimentstreams.trainer.cli.option.LanguagesOption;
import io.sentimentstreams.trainer.cli.option.OverwriteOption;
import io.sentimentstreams.trainer.cli.option.SplitOption;
import io.sentimentstreams.trainer.cli.option.ThreadsOption;
import io.sentimentstreams.trainer.cli.option.UnknownShareOption;
import io.sentimentstreams.trainer.data.DataFingerprint;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.evaluate.Answers;
import io.sentimentstreams.trainer.packaging.AbstainSettings;
import io.sentimentstreams.trainer.packaging.BundleFolder;
import io.sentimentstreams.trainer.packaging.DecisionRevision;
import io.sentimentstreams.trainer.packaging.ValidationTexts;
import io.sentimentstreams.trainer.provenance.DecisionProvenance;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Choice of the rules by which a bundle gives no label. */
@Command(
    name = "abstain",
    description = {
      "Chooses when a bundle gives no label, on reviews that it did not learn from.",
      "Writes a bundle with the same weights and scores.",
      "Without --target-precision, a band or threshold of the bundle stays the same."
    },
    defaultValueProvider = SplitOption.DefaultValidation.class,
    sortOptions = false)
final class AbstainCommand implements Callable<Integer> {

  @Mixin private final BundleOption bundle = new BundleOption();
  @Mixin private final DataOptions data = new DataOptions();
  @Mixin private final SplitOption split = new SplitOption();

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description =
          "Output folder for bundle.zip and README.md; with --overwrite also that of --bundle.")
  private Path out;

  @Mixin private final OverwriteOption overwrite = new OverwriteOption();

  @Option(
      names = "--model-version",
      paramLabel = "VERSION",
      description = "Version of the new bundle (default: that of --bundle).")
  private Optional<String> version = Optional.empty();

  @Option(
      names = "--target-precision",
      paramLabel = "SHARE",
      description =
          "Required share of correct answers, as in train (default: the rule of the bundle).")
  private Optional<Double> targetPrecision = Optional.empty();

  @Mixin private final UnknownShareOption unknownShare = new UnknownShareOption();
  @Mixin private final LanguagesOption languages = new LanguagesOption();
  @Mixin private final ThreadsOption threads = new ThreadsOption();

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  @Spec
  private CommandSpec spec;

  private final PrintWriter output;
  private final PrintWriter err;
  private final String command;

  AbstainCommand(PrintWriter output, PrintWriter err, String command) {
    this.output = output;
    this.err = err;
    this.command = command;
  }

  @Override
  public Integer call() {
    DecisionRevision revision = revision();
    BundleFolder folder = new BundleFolder(out);
    for (Path file : List.of(folder.bundle(), out.resolve(BundleFolder.MODEL_CARD))) {
      if (Files.exists(file)) {
        overwrite.check(file, "--out");
      }
    }
    OutputCheck.folder(out, BundleWriter.FILE_NAME);
    Bundle before = BundleReader.read(bundle.path()).bundle();
    MeasuredTexts source =
        new MeasuredTexts(bundle.path(), data.path(), data.settings(), split.value());
    List<LabelledText> texts = source.read(before.manifest(), err);
    DecisionRevision.Revised revised =
        revision.apply(
            before,
            new ValidationTexts(description(), texts),
            new DecisionProvenance(
                command, description(), DataFingerprint.of(texts).sha256(), targetPrecision),
            threads.value());
    folder.write(revised.bundle());
    report(folder, revised);
    return 0;
  }

  private DecisionRevision revision() {
    version.ifPresent(
        typed -> {
          if (!Manifest.isName(typed)) {
            throw new ParameterException(
                spec.commandLine(),
                "--model-version must be 1 to 64 letters, digits, '_', '.' or '-', was " + typed);
          }
        });
    try {
      return new DecisionRevision(
          new AbstainSettings(targetPrecision, unknownShare.value()), languages.subtags(), version);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private String description() {
    return "the %s split of %s".formatted(split.value(), data.path());
  }

  private void report(BundleFolder folder, DecisionRevision.Revised revised) {
    Manifest manifest = revised.bundle().manifest();
    output.println("wrote %s and its model card".formatted(folder.bundle()));
    new TrainingSummary(output).print(manifest.abstain());
    output.println(Answers.of(manifest, revised.texts()).toText().stripTrailing());
  }
}
