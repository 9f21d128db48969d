package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.trainer.cli.option.JsonOption;
import io.sentimentstreams.trainer.cli.option.OptionalDataOptions;
import io.sentimentstreams.trainer.cli.option.SplitOption;
import io.sentimentstreams.trainer.cli.option.ThreadsOption;
import io.sentimentstreams.trainer.data.DataFingerprint;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.LabelledTexts;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.data.source.DataSource;
import io.sentimentstreams.trainer.evaluate.Answers;
import io.sentimentstreams.trainer.evaluate.ClassifiedTexts;
import io.sentimentstreams.trainer.evaluate.Figures;
import io.sentimentstreams.trainer.evaluate.ScoringLatency;
import io.sentimentstreams.trainer.inspect.Comparison;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Comparison of bundles. */
@Command(
    name = "compare",
    description = {
      "Compares the size and the recorded quality of bundles.",
      "With --data, also measures quality and latency on the same reviews.",
      "--split must be train or test because each bundle can have another validation split."
    },
    sortOptions = false)
final class CompareCommand implements Callable<Integer> {

  /** Number of reviews whose latency is measured. */
  private static final int TIMED = 1000;

  @Parameters(
      arity = "1..*",
      paramLabel = "BUNDLE",
      description = "Bundles: zip files, or folders that contain bundle.zip.")
  private List<Path> bundles = List.of();

  @Mixin private final OptionalDataOptions data = new OptionalDataOptions();
  @Mixin private final SplitOption split = new SplitOption();
  @Mixin private final ThreadsOption threads = new ThreadsOption();
  @Mixin private final JsonOption json = new JsonOption();

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  @Spec
  private CommandSpec spec;

  private final PrintWriter out;
  private final PrintWriter err;

  CompareCommand(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    if (split.value() == Split.VALIDATION) {
      throw new ParameterException(
          spec.commandLine(), "--split must be train or test, was validation");
    }
    List<LabelledText> texts =
        data.path().map(path -> read(path, labels(bundles.get(0)))).orElse(List.of());
    List<Comparison.Row> rows = new ArrayList<>();
    for (Path path : bundles) {
      rows.add(row(path, texts));
    }
    Comparison comparison =
        new Comparison(
            data.path().map(path -> dataId(path, texts)).orElse(null), List.copyOf(rows));
    out.println(json.isSet() ? comparison.toJson() : comparison.toText());
    return 0;
  }

  private static List<String> labels(Path bundle) {
    return BundleReader.read(bundle).bundle().manifest().labels();
  }

  private List<LabelledText> read(Path path, List<String> labels) {
    LabelledTexts read =
        DataSource.of(path, data.settings().withLabels(new Labels(labels))).read(split.value());
    read.badLines().warnings().forEach(warning -> err.println("warning: " + warning));
    return read.texts();
  }

  private Comparison.Data dataId(Path path, List<LabelledText> texts) {
    return new Comparison.Data(
        path.toString(), split.value().label(), DataFingerprint.of(texts).sha256(), texts.size());
  }

  private Comparison.Row row(Path path, List<LabelledText> texts) throws IOException {
    LoadedBundle loaded = BundleReader.read(path);
    if (texts.isEmpty()) {
      return Comparison.Row.of(path, loaded, Optional.empty());
    }
    List<String> labels = loaded.bundle().manifest().labels();
    List<String> first = labels(bundles.get(0));
    if (!labels.equals(first)) {
      throw new InvalidDataException(
          path,
          "other labels (%s) than %s (%s)"
              .formatted(String.join(", ", labels), bundles.get(0), String.join(", ", first)),
          "Compare bundles with the same labels, in the same order, or use evaluate");
    }
    return Comparison.Row.of(path, loaded, Optional.of(measured(loaded, texts)));
  }

  private Comparison.Measured measured(LoadedBundle loaded, List<LabelledText> texts) {
    Manifest manifest = loaded.bundle().manifest();
    ClassifiedTexts classified = ClassifiedTexts.of(loaded.bundle(), texts, threads.value());
    List<String> timed = texts.stream().limit(TIMED).map(LabelledText::text).toList();
    return new Comparison.Measured(
        Figures.of(manifest, classified),
        Answers.of(manifest, classified),
        ScoringLatency.of(loaded.bundle(), timed).medianMilliseconds());
  }
}
