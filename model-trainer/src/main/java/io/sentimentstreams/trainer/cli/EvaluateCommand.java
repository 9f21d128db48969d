package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.BundleWriter;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.bundle.Quality;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.model.file.OutputCheck;
import io.sentimentstreams.trainer.cli.option.BundleOption;
import io.sentimentstreams.trainer.cli.option.DataOptions;
import io.sentimentstreams.trainer.cli.option.JsonOption;
import io.sentimentstreams.trainer.cli.option.OverwriteOption;
import io.sentimentstreams.trainer.cli.option.SplitOption;
import io.sentimentstreams.trainer.cli.option.ThreadsOption;
import io.sentimentstreams.trainer.cli.option.UnknownShareOption;
import io.sentimentstreams.trainer.data.DataFingerprint;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.data.table.ReadSettings;
import io.sentimentstreams.trainer.evaluate.Answers;
import io.sentimentstreams.trainer.evaluate.ClassEvaluation;
import io.sentimentstreams.trainer.evaluate.ClassMeasures;
import io.sentimentstreams.trainer.evaluate.ClassifiedTexts;
import io.sentimentstreams.trainer.evaluate.Evaluation;
import io.sentimentstreams.trainer.evaluate.Measures;
import io.sentimentstreams.trainer.evaluate.Prediction;
import io.sentimentstreams.trainer.evaluate.RiskCoverage;
import io.sentimentstreams.trainer.evaluate.SelectiveMetrics;
import io.sentimentstreams.trainer.gate.EvaluationGate;
import io.sentimentstreams.trainer.gate.Gate;
import io.sentimentstreams.trainer.gate.GatedOutput;
import io.sentimentstreams.trainer.packaging.BundleFolder;
import io.sentimentstreams.trainer.packaging.QualityRecords;
import io.sentimentstreams.trainer.provenance.CoverageFacts;
import io.sentimentstreams.trainer.report.ReportWriter;
import io.sentimentstreams.trainer.report.TrainingReport;
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

/** Measurement of a bundle on labelled reviews. */
@Command(
    name = "evaluate",
    description =
        "Measures a bundle on labelled reviews with the forward pass that the application uses.",
    sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {

  @Mixin private final BundleOption bundle = new BundleOption();
  @Mixin private final DataOptions data = new DataOptions();
  @Mixin private final SplitOption split = new SplitOption();
  @Mixin private final JsonOption json = new JsonOption();

  @Option(
      names = "--record",
      description = "Write the test quality to the bundle's manifest and model card.")
  private boolean record;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write a report as one HTML page, such as report.html.")
  private Optional<Path> report = Optional.empty();

  @Option(
      names = "--gate",
      paramLabel = "PREVIOUS",
      description = {
        "Compare with a previous bundle by McNemar's exact test, corrected by Holm's method.",
        "Exits with 3 if the bundle is significantly worse on all reviews or on a domain."
      })
  private Optional<Path> previous = Optional.empty();

  @Option(
      names = "--domain-column",
      paramLabel = "NAME",
      description = "Column with the domain of a review, by which --gate compares.")
  private Optional<String> domainColumn = Optional.empty();

  @Mixin private final UnknownShareOption unknownShare = new UnknownShareOption();
  @Mixin private final OverwriteOption overwrite = new OverwriteOption();
  @Mixin private final ThreadsOption threads = new ThreadsOption();

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
    if (record && split.value() != Split.TEST) {
      throw new ParameterException(
          spec.commandLine(), "--record needs --split test, was " + split.value());
    }
    if (record && !Files.isDirectory(bundle.path())) {
      throw new ParameterException(
          spec.commandLine(), "--record needs the folder of the bundle as --bundle");
    }
    if (domainColumn.isPresent() && previous.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--domain-column needs --gate");
    }
    report.ifPresent(file -> overwrite.check(file, "--report"));
    if (record) {
      OutputCheck.folder(bundle.path(), BundleWriter.FILE_NAME);
    }
    LoadedBundle loaded = BundleReader.read(bundle.path());
    Manifest manifest = loaded.bundle().manifest();
    Manifest decisions = unknownShare.appliedTo(loaded.bundle()).manifest();
    List<LabelledText> texts = source().read(manifest, err);
    if (domainColumn.isPresent() && texts.stream().allMatch(text -> text.domain().isBlank())) {
      throw new InvalidDataException(
          data.path(),
          "no review has a value in the column " + domainColumn.get(),
          "Use rows with that column, or remove --domain-column");
    }
    DataFingerprint fingerprint = DataFingerprint.of(texts);
    Optional<EvaluationGate> before =
        previous.map(path -> EvaluationGate.of(path, manifest, texts, threads.value()));
    ClassifiedTexts classified = ClassifiedTexts.of(loaded.bundle(), texts, threads.value());
    Optional<Gate> gate = before.map(each -> each.compared(manifest, classified));
    out.println(
        manifest.task() == Task.BINARY
            ? binary(loaded, decisions, classified, fingerprint, gate)
            : classes(loaded, decisions, classified, fingerprint, gate));
    report.ifPresent(file -> report(loaded, classified, file));
    if (record) {
      record(loaded.bundle(), classified);
    }
    return gate.map(Gate::exitCode).orElse(0);
  }

  private String binary(
      LoadedBundle loaded,
      Manifest manifest,
      ClassifiedTexts classified,
      DataFingerprint fingerprint,
      Optional<Gate> gate) {
    List<Prediction> predictions = classified.scored().predictions();
    Evaluation evaluation =
        new Evaluation(
            Measures.of(predictions, manifest.threshold()),
            bundleId(loaded),
            dataId(fingerprint),
            classified.elapsed().toMillis() / 1000.0,
            classified.millisecondsPerText(),
            manifest
                .abstain()
                .band()
                .map(band -> SelectiveMetrics.of(predictions, band, manifest.threshold()))
                .orElse(null),
            Answers.of(manifest, classified));
    List<String> labels = manifest.labels();
    return json.isSet()
        ? GatedOutput.of(evaluation, gate)
        : GatedOutput.text(evaluation.toText(labels.get(0), labels.get(1)), gate);
  }

  private String classes(
      LoadedBundle loaded,
      Manifest manifest,
      ClassifiedTexts classified,
      DataFingerprint fingerprint,
      Optional<Gate> gate) {
    ClassEvaluation evaluation =
        new ClassEvaluation(
            ClassMeasures.of(classified.predictions(), manifest.labels(), manifest.task()),
            bundleId(loaded),
            dataId(fingerprint),
            classified.elapsed().toMillis() / 1000.0,
            classified.millisecondsPerText(),
            Answers.of(manifest, classified));
    return json.isSet()
        ? GatedOutput.of(evaluation, gate)
        : GatedOutput.text(evaluation.toText(), gate);
  }

  private static Evaluation.BundleId bundleId(LoadedBundle loaded) {
    Manifest manifest = loaded.bundle().manifest();
    return new Evaluation.BundleId(manifest.name(), manifest.version(), loaded.sha256());
  }

  private Evaluation.DataId dataId(DataFingerprint fingerprint) {
    return new Evaluation.DataId(
        data.path().toString(),
        split.value().label(),
        fingerprint.sha256(),
        fingerprint.examples());
  }

  private void report(LoadedBundle loaded, ClassifiedTexts classified, Path file) {
    String description = "the %s split of %s".formatted(split.value(), data.path());
    ReportWriter.writePage(TrainingReport.of(loaded, description, classified, command), file);
    err.println("wrote " + file);
  }

  private MeasuredTexts source() {
    ReadSettings settings = data.settings();
    return new MeasuredTexts(
        bundle.path(),
        data.path(),
        domainColumn
            .map(column -> settings.withLayout(settings.layout().withDomain(column)))
            .orElse(settings),
        split.value());
  }

  private void record(Bundle measured, ClassifiedTexts classified) {
    Manifest before = measured.manifest();
    String name = split.value().label();
    Quality quality = QualityRecords.of(before, classified, source().description(before));
    CoverageFacts coverage = CoverageFacts.of(RiskCoverage.of(before, classified));
    Manifest manifest =
        before.withQuality(name, quality).toBuilder()
            .training(coverage.addedTo(before.training(), name))
            .build();
    new BundleFolder(bundle.path())
        .write(new Bundle(manifest, measured.tokenizer(), measured.model(), measured.golden()));
    err.println("recorded in " + bundle.path());
  }
}
