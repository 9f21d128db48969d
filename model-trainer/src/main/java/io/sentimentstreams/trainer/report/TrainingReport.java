package io.sentimentstreams.trainer.report;

import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.trainer.data.DataFingerprint;
import io.sentimentstreams.trainer.evaluate.ClassifiedTexts;
import io.sentimentstreams.trainer.provenance.RecordedProvenance;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Factory of reports from the provenance of a bundle and from reviews that it scored. */
public final class TrainingReport {

  private static final String PAGE = "report.html";
  private static final String CURVES = "curves.png";

  /** Names of the files beside a bundle. */
  public static final List<String> FILE_NAMES = List.of(PAGE, CURVES);

  private TrainingReport() {}

  /**
   * Writes a page and a picture of the curves beside a bundle.
   *
   * @param folder of the bundle
   * @param texts validation reviews with their probabilities
   * @param command command line of the training
   * @return the path of the page
   * @throws ReportFailedException if one of them cannot be drawn or written
   */
  public static Path writeBeside(Path folder, ClassifiedTexts texts, String command) {
    Report report =
        of(BundleReader.read(folder), "the validation split of its training", texts, command);
    Path page = folder.resolve(PAGE);
    ReportWriter.writePage(report, page);
    ReportWriter.writeCurves(report, folder.resolve(CURVES));
    return page;
  }

  /**
   * Returns a report of a bundle on some reviews.
   *
   * @param data description of the reviews
   * @param command command line that asked for the report
   */
  public static Report of(LoadedBundle loaded, String data, ClassifiedTexts texts, String command) {
    Manifest manifest = loaded.bundle().manifest();
    RecordedProvenance recorded = RecordedProvenance.of(manifest);
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("bundle", manifest.name() + " " + manifest.version());
    provenance.put("bundle made at", manifest.createdAt());
    provenance.put("bundle SHA-256", loaded.sha256());
    provenance.put("measured on", data);
    provenance.put("measured data SHA-256", DataFingerprint.of(texts.texts()).sha256());
    provenance.putAll(recorded.origins());
    provenance.put("report made with", command);
    Map<String, String> settings = new TreeMap<>(recorded.settings());
    settings.put("network", layers(manifest));
    return new Report(
        loaded, data, texts, recorded.epochs(), recorded.bestEpoch(), settings, provenance);
  }

  private static String layers(Manifest manifest) {
    return manifest.network().layers().stream()
        .map(Object::toString)
        .collect(Collectors.joining("; "));
  }
}
