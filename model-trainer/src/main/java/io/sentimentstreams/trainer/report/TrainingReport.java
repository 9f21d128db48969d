package io.sentimentstreams.trainer.report;

import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.trainer.data.DataFingerprint;
import io.sentimentstreams.trainer.evaluate.ScoredTexts;
import io.sentimentstreams.trainer.provenance.EpochFigures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import io.sentimentstreams.trainer.provenance.TrainingFacts;
import io.sentimentstreams.trainer.pipeline.TrainingPlan;

/** Makes reports of what bundles record of their training and of texts that they scored. */
public final class TrainingReport {

  /** The page beside a bundle. */
  public static final String PAGE = "report.html";

  /** The curves beside a bundle. */
  static final String CURVES = "curves.png";

  private static final String EPOCH_KEY = "epoch\\.[0-9]{1,9}";
  private static final String EPOCH_LINE = "([0-9]{1,9}[.][0-9]{1,9} ){4}[0-9]{1,9}( .*)?";

  private static final Set<String> PROVENANCE =
      Set.of(
          TrainingFacts.COMMAND,
          TrainingFacts.SOURCE,
          TrainingFacts.PATH,
          TrainingFacts.DATA_SHA256,
          "trainingSha256",
          TrainingFacts.VALIDATION_SHA256,
          TrainingFacts.UNLABELLED_PATH,
          "unlabelledSha256",
          TrainingFacts.TEACHER,
          TrainingFacts.SEED,
          TrainingFacts.FINISHED,
          "java",
          "processors",
          "trainer");

  private TrainingReport() {}

  /** Writes page and curves beside a bundle that was just trained. */
  public static void write(TrainingPlan plan, ScoredTexts scored) {
    Report report =
        of(
            BundleReader.read(plan.folder()),
            "what was held out when it was trained",
            scored,
            plan.command());
    ReportWriter.writePage(report, plan.folder().resolve(PAGE));
    ReportWriter.writeCurves(report, plan.folder().resolve(CURVES));
  }

  /**
   * A report of a bundle on some texts.
   *
   * @param data what the texts are
   * @param command that asked for the report
   */
  public static Report of(LoadedBundle loaded, String data, ScoredTexts scored, String command) {
    Manifest manifest = loaded.bundle().manifest();
    Map<String, String> settings = new TreeMap<>();
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("bundle", manifest.name() + " " + manifest.version());
    provenance.put("bundle made at", manifest.createdAt());
    provenance.put("bundle SHA-256", loaded.sha256());
    provenance.put("measured on", data);
    provenance.put("measured data SHA-256", DataFingerprint.of(scored.texts()).sha256());
    manifest
        .training()
        .forEach(
            (name, value) -> {
              if (!name.startsWith(TrainingFacts.EPOCH_PREFIX)) {
                (PROVENANCE.contains(name) ? provenance : settings).put(name, value);
              }
            });
    provenance.put("report made with", command);
    settings.put("network", layers(manifest));
    return new Report(
        loaded,
        data,
        scored,
        epochs(manifest.training()),
        best(manifest.training()),
        settings,
        provenance);
  }

  private static String layers(Manifest manifest) {
    return manifest.network().layers().stream()
        .map(Object::toString)
        .collect(Collectors.joining("; "));
  }

  private static OptionalInt best(Map<String, String> facts) {
    return Optional.ofNullable(facts.get(TrainingFacts.BEST_EPOCH))
        .filter(best -> best.matches("[0-9]{1,9}"))
        .map(best -> OptionalInt.of(Integer.parseInt(best)))
        .orElse(OptionalInt.empty());
  }

  private static List<EpochFigures> epochs(Map<String, String> facts) {
    return facts.entrySet().stream()
        .filter(fact -> fact.getKey().matches(EPOCH_KEY) && fact.getValue().matches(EPOCH_LINE))
        .map(fact -> epoch(fact.getKey(), fact.getValue()))
        .toList();
  }

  /** What {@link TrainingFacts} writes of an epoch. */
  private static EpochFigures epoch(String key, String line) {
    String[] values = line.split(" ", -1);
    return new EpochFigures(
        Integer.parseInt(key.substring(TrainingFacts.EPOCH_PREFIX.length())),
        Double.parseDouble(values[0]),
        Double.parseDouble(values[1]),
        Double.parseDouble(values[2]),
        Double.parseDouble(values[3]),
        Long.parseLong(values[4]));
  }
}
