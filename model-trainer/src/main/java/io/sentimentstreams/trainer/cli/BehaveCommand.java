package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.BundleWriter;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.file.OutputCheck;
import io.sentimentstreams.model.text.Analyzer;
import io.sentimentstreams.trainer.behave.BehaviourReport;
import io.sentimentstreams.trainer.behave.BehaviourResult;
import io.sentimentstreams.trainer.behave.BundleRespondent;
import io.sentimentstreams.trainer.behave.LinearRespondent;
import io.sentimentstreams.trainer.behave.PeerAnswers;
import io.sentimentstreams.trainer.behave.Respondent;
import io.sentimentstreams.trainer.behave.suite.BehaviourSuite;
import io.sentimentstreams.trainer.behave.suite.Capability;
import io.sentimentstreams.trainer.behave.suite.SuiteLanguage;
import io.sentimentstreams.trainer.cli.option.BundleOption;
import io.sentimentstreams.trainer.cli.option.JsonOption;
import io.sentimentstreams.trainer.cli.option.OverwriteOption;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.data.source.DataSource;
import io.sentimentstreams.trainer.data.table.ReadSettings;
import io.sentimentstreams.trainer.evaluate.Evaluation;
import io.sentimentstreams.trainer.gate.Gate;
import io.sentimentstreams.trainer.linear.LinearSettings;
import io.sentimentstreams.trainer.linear.LinearTrainer;
import io.sentimentstreams.trainer.packaging.BundleFolder;
import io.sentimentstreams.trainer.report.ReportWriter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Test of a bundle on the behaviour suite. */
@Command(
    name = "behave",
    description = {
      "Tests a bundle on short texts with an expected answer, such as negations.",
      "Prints the pass rate of each capability with its 95 %% confidence interval.",
      "With --gate, exits with 3 if the bundle is significantly worse than a previous one."
    },
    sortOptions = false)
final class BehaveCommand implements Callable<Integer> {

  @Mixin private final BundleOption bundle = new BundleOption();

  @Option(
      names = "--capability",
      paramLabel = "NAME",
      description = "Test only this capability; repeatable. One of: ${COMPLETION-CANDIDATES}.")
  private Set<Capability> capabilities = Set.of();

  @Option(
      names = "--language",
      paramLabel = "LANG",
      description = {
        "Language of the suite: ${COMPLETION-CANDIDATES}.",
        "Default: the language of the bundle, or en if it names none."
      })
  private Optional<SuiteLanguage> language = Optional.empty();

  @Mixin private final JsonOption json = new JsonOption();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write a report as one HTML page, such as behaviour.html.")
  private Optional<Path> report = Optional.empty();

  @Option(
      names = "--gate",
      paramLabel = "PREVIOUS",
      description = {
        "Compare with a previous bundle by McNemar's exact test, corrected by Holm's method.",
        "Exits with 3 if a capability or the total is significantly worse."
      })
  private Optional<Path> previous = Optional.empty();

  @Option(
      names = "--linear-data",
      paramLabel = "PATH",
      description = "Also train the linear baseline on these reviews, and show its results.")
  private Optional<Path> linearData = Optional.empty();

  @Option(
      names = "--peer",
      paramLabel = "FILE",
      description = {
        "Also show the answers of another program; repeatable.",
        "JSON lines with text, label and score; the file name is the name of the program."
      })
  private List<Path> peers = List.of();

  @Option(
      names = "--record",
      description = "Write the results to the bundle's manifest and model card.")
  private boolean record;

  @Mixin private final OverwriteOption overwrite = new OverwriteOption();

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  @Spec
  private CommandSpec spec;

  private final PrintWriter out;
  private final PrintWriter err;

  BehaveCommand(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    checkOutputs();
    LoadedBundle loaded = BundleReader.read(bundle.path());
    Manifest manifest = loaded.bundle().manifest();
    Respondent tested = new BundleRespondent(bundle.path(), loaded.bundle());
    Optional<Respondent> before =
        previous.map(path -> new BundleRespondent(path, BundleReader.read(path).bundle()));
    BehaviourSuite suite = suite(language.orElseGet(() -> language(manifest)));
    List<BehaviourResult> others = new ArrayList<>();
    peers.forEach(file -> others.add(BehaviourResult.of(new PeerAnswers(file), suite)));
    linearData.ifPresent(path -> others.add(BehaviourResult.of(linear(path), suite)));
    BehaviourReport plain =
        new BehaviourReport(
            new Evaluation.BundleId(manifest.name(), manifest.version(), loaded.sha256()),
            suite,
            BehaviourResult.of(tested, suite),
            others,
            Optional.empty());
    BehaviourReport finished =
        before.map(model -> plain.withGate(BehaviourResult.of(model, suite))).orElse(plain);
    out.println(json.isSet() ? finished.toJson() : finished.toText());
    report.ifPresent(file -> write(finished, file));
    if (record) {
      record(loaded.bundle(), finished);
    }
    return finished.gate().map(Gate::exitCode).orElse(0);
  }

  private void checkOutputs() {
    if (record && !Files.isDirectory(bundle.path())) {
      throw new ParameterException(
          spec.commandLine(), "--record needs the folder of the bundle as --bundle");
    }
    if (record && !capabilities.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--record needs all capabilities. Remove --capability.");
    }
    report.ifPresent(file -> overwrite.check(file, "--report"));
    if (record) {
      OutputCheck.folder(bundle.path(), BundleWriter.FILE_NAME);
    }
  }

  private BehaviourSuite suite(SuiteLanguage chosen) {
    try {
      return BehaviourSuite.of(chosen).only(capabilities);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private SuiteLanguage language(Manifest manifest) {
    List<SuiteLanguage> known =
        Arrays.stream(SuiteLanguage.values())
            .filter(each -> manifest.languages().contains(each.toString()))
            .toList();
    if (known.size() == 1) {
      return known.get(0);
    }
    if (!manifest.languages().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "the bundle answers the languages %s. Add --language en or --language ko."
              .formatted(String.join(", ", manifest.languages())));
    }
    return manifest.text().analyzer() == Analyzer.NORI ? SuiteLanguage.KO : SuiteLanguage.EN;
  }

  private Respondent linear(Path path) {
    DataSource source = DataSource.of(path, ReadSettings.standard().withLabels(Labels.SENTIMENT));
    try {
      return new LinearRespondent(
          new LinearTrainer(LinearSettings.standard()).train(source.read(Split.TRAIN).texts()));
    } catch (IllegalArgumentException e) {
      throw new InvalidDataException(
          path, "the linear baseline cannot be trained", "Use reviews with both labels", e);
    }
  }

  private void write(BehaviourReport finished, Path file) {
    ReportWriter.writePage(finished, file);
    err.println("wrote " + file);
  }

  private void record(Bundle measured, BehaviourReport finished) {
    Manifest manifest =
        measured
            .manifest()
            .withBehaviour(finished.suite().language().toString(), finished.toManifest());
    new BundleFolder(bundle.path())
        .write(new Bundle(manifest, measured.tokenizer(), measured.model(), measured.golden()));
    err.println("recorded in " + bundle.path());
  }
}
