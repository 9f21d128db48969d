package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.bundle.Quality;
import io.sentimentstreams.trainer.data.DataFingerprint;
import io.sentimentstreams.trainer.data.DataSource;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.LabelledTexts;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.data.RowFile;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.evaluate.ClassEvaluation;
import io.sentimentstreams.trainer.evaluate.ClassMeasures;
import io.sentimentstreams.trainer.evaluate.ClassifiedTexts;
import io.sentimentstreams.trainer.evaluate.Evaluation;
import io.sentimentstreams.trainer.evaluate.Measures;
import io.sentimentstreams.trainer.evaluate.ScoredTexts;
import io.sentimentstreams.trainer.evaluate.SelectiveMetrics;
import io.sentimentstreams.trainer.report.ReportWriter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import io.sentimentstreams.trainer.data.BinaryLabelsRequiredException;
import io.sentimentstreams.trainer.packaging.BundlePackager;
import io.sentimentstreams.trainer.cli.option.DataOptions;
import io.sentimentstreams.trainer.data.TrainingData;
import io.sentimentstreams.trainer.provenance.TrainingFacts;
import io.sentimentstreams.trainer.report.TrainingReport;

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
  @Option(names = "--data", required = true, paramLabel = "PATH", description = DataOptions.KINDS)
  private Path dataPath;

  @Mixin private final DataOptions rows = new DataOptions();

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
    Quality quality =
        loaded.bundle().manifest().labels().size() > 2
            ? classQuality(loaded, texts, data)
            : quality(loaded, texts, data);
    if (record) {
      record(loaded.bundle(), quality);
    }
    return 0;
  }

  private Quality quality(LoadedBundle loaded, List<LabelledText> texts, DataFingerprint data) {
    ScoredTexts scored = ScoredTexts.of(loaded.bundle(), texts, threads);
    Manifest manifest = loaded.bundle().manifest();
    Evaluation evaluation =
        new Evaluation(
            Measures.of(scored.predictions(), manifest.threshold()),
            bundleId(loaded),
            dataId(data),
            scored.elapsed().toMillis() / 1000.0,
            scored.millisecondsPerText(),
            manifest
                .uncertainBand()
                .map(band -> SelectiveMetrics.of(scored.predictions(), band, manifest.threshold()))
                .orElse(null));
    out.println(json ? evaluation.toJson() : evaluation.toText());
    report.ifPresent(file -> report(loaded, scored, file));
    return BundlePackager.quality(evaluation.measures(), description(manifest), data);
  }

  private Quality classQuality(
      LoadedBundle loaded, List<LabelledText> texts, DataFingerprint data) {
    Manifest manifest = loaded.bundle().manifest();
    report.ifPresent(
        file ->
            BinaryLabelsRequiredException.refuse(
                bundlePath, manifest.labels(), "leave out --report, which draws two"));
    ClassifiedTexts classified = ClassifiedTexts.of(loaded.bundle(), texts, threads);
    ClassEvaluation evaluation =
        new ClassEvaluation(
            ClassMeasures.of(classified.predictions(), manifest.labels()),
            bundleId(loaded),
            dataId(data),
            classified.elapsed().toMillis() / 1000.0,
            classified.millisecondsPerText());
    out.println(json ? evaluation.toJson() : evaluation.toText());
    return BundlePackager.quality(evaluation.measures(), description(manifest), data);
  }

  private static Evaluation.BundleId bundleId(LoadedBundle loaded) {
    Manifest manifest = loaded.bundle().manifest();
    return new Evaluation.BundleId(manifest.name(), manifest.version(), loaded.sha256());
  }

  private Evaluation.DataId dataId(DataFingerprint data) {
    return new Evaluation.DataId(dataPath.toString(), part.label(), data.sha256(), data.examples());
  }

  private List<LabelledText> texts(Manifest manifest) {
    return switch (part) {
      case TRAIN -> read(manifest, Split.TRAIN);
      case TEST -> read(manifest, Split.TEST);
      case VALIDATION -> heldOut(manifest);
    };
  }

  private DataSource source(Manifest manifest) {
    return DataSource.of(dataPath, rows.settings().withLabels(new Labels(manifest.labels())));
  }

  private List<LabelledText> read(Manifest manifest, Split split) {
    LabelledTexts read = source(manifest).read(split);
    if (read.labels().size() != manifest.labels().size()) {
      throw new InvalidDataException(
          dataPath,
          "has the labels %s, the bundle tells %d apart"
              .formatted(String.join(", ", read.labels().names()), manifest.labels().size()),
          "give data with the bundle's labels");
    }
    read.badLines().warnings().forEach(warning -> err.println("warning: " + warning));
    return read.texts();
  }

  /** Draws the held-out part again, and makes sure that it is the same. */
  private List<LabelledText> heldOut(Manifest manifest) {
    Map<String, String> facts = manifest.training();
    String share = facts.get(TrainingFacts.VALIDATION_SHARE);
    String seed = facts.get(TrainingFacts.SEED);
    String sha256 = facts.get(TrainingFacts.VALIDATION_SHA256);
    if (share == null || seed == null || sha256 == null) {
      throw new InvalidDataException(
          bundlePath,
          "the bundle does not say what was held out when it was trained",
          "use --split test");
    }
    Optional<Integer> limit =
        Optional.ofNullable(facts.get(TrainingFacts.LIMIT)).map(Integer::valueOf);
    TrainingData data =
        TrainingData.read(source(manifest), limit, Double.parseDouble(share), Long.parseLong(seed));
    if (!data.validation().sha256().equals(sha256)) {
      throw new InvalidDataException(
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

  private String description(Manifest manifest) {
    return source(manifest) instanceof RowFile file
        ? TrainingData.name(file)
        : "official test part of " + TrainingData.IMDB;
  }

  private void record(Bundle bundle, Quality quality) {
    Manifest manifest = bundle.manifest().withQuality(part.label(), quality);
    Bundle measured = new Bundle(manifest, bundle.tokenizer(), bundle.model(), bundle.golden());
    BundlePackager.write(measured, bundlePath);
    err.println("recorded in " + bundlePath);
  }
}
