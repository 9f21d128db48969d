package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.BundleWriter;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.trainer.data.DataFingerprint;
import io.sentimentstreams.trainer.data.DataSource;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.evaluate.Latency;
import io.sentimentstreams.trainer.evaluate.Measures;
import io.sentimentstreams.trainer.evaluate.ScoredTexts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import io.sentimentstreams.trainer.data.BinaryLabelsRequiredException;
import io.sentimentstreams.trainer.inspect.Comparison;
import io.sentimentstreams.trainer.cli.option.DataOptions;
import io.sentimentstreams.trainer.inspect.LayerNames;

/** Puts bundles side by side. */
@Command(
    name = "compare",
    description =
        "Puts bundles side by side: what they say of themselves and, with --data, what they do on"
            + " the same reviews.",
    sortOptions = false)
final class CompareCommand implements Callable<Integer> {

  private static final int TIMED = 1000;

  @Parameters(
      arity = "1..*",
      paramLabel = "BUNDLE",
      description = "Bundles' zip files, or the folders that hold them.")
  private List<Path> bundles = List.of();

  @Option(
      names = "--data",
      paramLabel = "PATH",
      description = "Reviews to measure all of them on. " + DataOptions.KINDS)
  private Optional<Path> data = Optional.empty();

  @Mixin private final DataOptions rows = new DataOptions();

  @Option(
      names = "--split",
      defaultValue = "test",
      paramLabel = "PART",
      description = "Which part of them: train or test (default: ${DEFAULT-VALUE}).")
  private Part part = Part.TEST;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that score; the times are those of one (default: one a core).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  @Spec
  private CommandSpec spec;

  private final PrintWriter out;

  CompareCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    if (threads < 1) {
      throw new ParameterException(
          spec.commandLine(), "--threads must be at least 1, was " + threads);
    }
    List<LabelledText> texts = data.map(this::read).orElse(List.of());
    List<Comparison.Row> compared = new ArrayList<>();
    for (Path path : bundles) {
      compared.add(row(path, texts));
    }
    Comparison comparison =
        new Comparison(data.map(path -> dataId(path, texts)).orElse(null), List.copyOf(compared));
    out.println(json ? comparison.toJson() : comparison.toText());
    return 0;
  }

  private List<LabelledText> read(Path path) {
    return switch (part) {
      case TRAIN -> read(path, Split.TRAIN);
      case TEST -> read(path, Split.TEST);
      case VALIDATION ->
          throw new ParameterException(
              spec.commandLine(),
              "--split must be train or test: what was held out differs from bundle to bundle");
    };
  }

  /** The reviews, called as the first bundle calls them. */
  private List<LabelledText> read(Path path, Split split) {
    List<String> labels = BundleReader.read(bundles.get(0)).bundle().manifest().labels();
    BinaryLabelsRequiredException.refuse(bundles.get(0), labels, "measure it with evaluate");
    return DataSource.of(path, rows.settings().withLabels(new Labels(labels))).read(split).texts();
  }

  private Comparison.Data dataId(Path path, List<LabelledText> texts) {
    return new Comparison.Data(
        path.toString(), part.label(), DataFingerprint.of(texts).sha256(), texts.size());
  }

  private Comparison.Row row(Path path, List<LabelledText> texts) throws IOException {
    LoadedBundle loaded = BundleReader.read(path);
    Path file = Files.isDirectory(path) ? path.resolve(BundleWriter.FILE_NAME) : path;
    Manifest manifest = loaded.bundle().manifest();
    if (!texts.isEmpty()) {
      BinaryLabelsRequiredException.refuse(path, manifest.labels(), "measure it with evaluate");
    }
    return new Comparison.Row(
        path.toString(),
        manifest.name(),
        manifest.version(),
        loaded.sha256(),
        LayerNames.of(manifest.network()),
        manifest.network().parameterCount(),
        Files.size(file),
        manifest.quality().get(Part.VALIDATION.label()),
        texts.isEmpty() ? null : measured(loaded, texts));
  }

  private Comparison.Measured measured(LoadedBundle loaded, List<LabelledText> texts) {
    ScoredTexts scored = ScoredTexts.of(loaded.bundle(), texts, threads);
    List<String> timed = texts.stream().limit(TIMED).map(LabelledText::text).toList();
    return new Comparison.Measured(
        Measures.of(scored.predictions(), loaded.bundle().manifest().threshold()),
        Latency.of(loaded.bundle(), timed).medianMilliseconds());
  }
}
