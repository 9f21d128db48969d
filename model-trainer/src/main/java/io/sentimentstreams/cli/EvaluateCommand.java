package io.sentimentstreams.cli;

import io.sentimentstreams.bundle.Bundle;
import io.sentimentstreams.bundle.BundleReader;
import io.sentimentstreams.bundle.LoadedBundle;
import io.sentimentstreams.bundle.Manifest;
import io.sentimentstreams.data.DataFingerprint;
import io.sentimentstreams.data.DataRejected;
import io.sentimentstreams.data.DataSource;
import io.sentimentstreams.data.LabelledText;
import io.sentimentstreams.data.Split;
import io.sentimentstreams.evaluate.Decided;
import io.sentimentstreams.evaluate.Evaluation;
import io.sentimentstreams.evaluate.Measures;
import io.sentimentstreams.evaluate.ScoredTexts;
import io.sentimentstreams.report.ReportWriter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures a bundle on labelled reviews. */
@Command(
    name = "evaluate",
    description = "Measures a bundle on labelled reviews, with the service's own forward pass.",
    sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Option(
      names = "--bundle",
      required = true,
      paramLabel = "PATH",
      description = "A bundle's zip file, or the folder that holds its bundle.zip.")
  private Path bundlePath;

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Option(
      names = "--data",
      required = true,
      paramLabel = "PATH",
      description = "The aclImdb folder, its archive, or a .csv file.")
  private Path dataPath;

  @Option(
      names = "--split",
      defaultValue = "test",
      paramLabel = "PART",
      description =
          "Which part: ${COMPLETION-CANDIDATES}; validation is what was held out when the bundle"
              + " was trained (default: ${DEFAULT-VALUE}).")
  private Part part = Part.TEST;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(
      names = "--record",
      description = "Write the test quality into the bundle's manifest and model card.")
  private boolean record;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write a report as one HTML page, such as report.html.")
  private Optional<Path> report = Optional.empty();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that score (default: one a core).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  @Spec
  private CommandSpec spec;

  private final PrintWriter out;
  private final PrintWriter err;
  private final String command;

  EvaluateCommand(PrintWriter out, PrintWriter err, String command) {
    this.out = out;
    this.err = err;
    this.command = command;
  }

  @Override
  public Integer call() {
    if (threads < 1) {
      throw new ParameterException(
          spec.commandLine(), "--threads must be at least 1, was " + threads);
    }
    if (record && part != Part.TEST) {
      throw new ParameterException(
          spec.commandLine(), "--record keeps the test quality; use it with --split test");
    }
    if (record && !Files.isDirectory(bundlePath)) {
      throw new ParameterException(
          spec.commandLine(),
          "--record rewrites bundle.zip and README.md; give their folder as --bundle");
    }
    LoadedBundle loaded = BundleReader.read(bundlePath);
    List<LabelledText> texts = texts(loaded.bundle().manifest());
    DataFingerprint data = DataFingerprint.of(texts);
    warnIfLearned(loaded.bundle().manifest(), data);
    ScoredTexts scored = ScoredTexts.of(loaded.bundle(), texts, threads);
    Manifest manifest = loaded.bundle().manifest();
    Evaluation evaluation =
        new Evaluation(
            Measures.of(scored.predictions(), manifest.threshold()),
            new Evaluation.BundleId(manifest.name(), manifest.version(), loaded.sha256()),
            new Evaluation.DataId(
                dataPath.toString(), part.label(), data.sha256(), data.examples()),
            scored.elapsed().toMillis() / 1000.0,
            scored.millisecondsPerText(),
            manifest
                .uncertainBand()
                .map(band -> Decided.of(scored.predictions(), band, manifest.threshold()))
                .orElse(null));
    out.println(json ? evaluation.toJson() : evaluation.toText());
    report.ifPresent(file -> report(loaded, scored, file));
    if (record) {
      record(loaded.bundle(), evaluation.measures(), data);
    }
    return 0;
  }

  private List<LabelledText> texts(Manifest manifest) {
    return switch (part) {
      case TRAIN -> DataSource.of(dataPath).read(Split.TRAIN);
      case TEST -> DataSource.of(dataPath).read(Split.TEST);
      case VALIDATION -> heldOut(manifest.training());
    };
  }

  /** Draws the held-out part again, and makes sure that it is the same. */
  private List<LabelledText> heldOut(Map<String, String> facts) {
    String share = facts.get(TrainingFacts.VALIDATION_SHARE);
    String seed = facts.get(TrainingFacts.SEED);
    String sha256 = facts.get(TrainingFacts.VALIDATION_SHA256);
    if (share == null || seed == null || sha256 == null) {
      throw new DataRejected(
          bundlePath,
          "the bundle does not say what was held out when it was trained",
          "use --split test");
    }
    Optional<Integer> limit =
        Optional.ofNullable(facts.get(TrainingFacts.LIMIT)).map(Integer::valueOf);
    TrainingData data =
        TrainingData.read(dataPath, limit, Double.parseDouble(share), Long.parseLong(seed));
    if (!data.validation().sha256().equals(sha256)) {
      throw new DataRejected(
          dataPath,
          "is not the data that the bundle was trained on",
          "give the same data, or use --split test");
    }
    return data.parts().validation();
  }

  private void warnIfLearned(Manifest manifest, DataFingerprint data) {
    if (data.sha256().equals(manifest.training().get(TrainingFacts.DATA_SHA256))) {
      err.println("warning: the bundle learned from these very reviews; they say little of others");
    }
  }

  private void report(LoadedBundle loaded, ScoredTexts scored, Path file) {
    String description = "the %s part of %s".formatted(part.label(), dataPath);
    ReportWriter.writePage(TrainingReport.of(loaded, description, scored, command), file);
    err.println("wrote " + file);
  }

  private void record(Bundle bundle, Measures measures, DataFingerprint data) {
    String description =
        Files.isRegularFile(dataPath) && dataPath.toString().endsWith(".csv")
            ? "the CSV file " + dataPath.getFileName()
            : "official test part of " + TrainingData.IMDB;
    Manifest manifest =
        bundle
            .manifest()
            .withQuality(part.label(), BundleDraft.quality(measures, description, data));
    Bundle measured = new Bundle(manifest, bundle.tokenizer(), bundle.model(), bundle.golden());
    BundleDraft.write(measured, bundlePath);
    err.println("recorded in " + bundlePath);
  }
}
