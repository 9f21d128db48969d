package io.sentimentstreams.trainer.inspect;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sentimentstreams.model.bundle.BundleWriter;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.bundle.OrderedQuality;
import io.sentimentstreams.model.bundle.Quality;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.evaluate.Answers;
import io.sentimentstreams.trainer.evaluate.ClassMeasures;
import io.sentimentstreams.trainer.evaluate.Figures;
import io.sentimentstreams.trainer.evaluate.OrderedMeasures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of bundles.
 *
 * @param data reviews that all bundles were measured on; null if they were not measured
 * @param bundles the bundles, in the order of the command line
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Comparison(@Nullable Data data, List<Row> bundles) {

  /**
   * The reviews.
   *
   * @param path location
   * @param split name of the split
   * @param sha256 fingerprint
   * @param examples number of reviews
   */
  public record Data(String path, String split, String sha256, int examples) {}

  /**
   * Figures of a bundle on the reviews.
   *
   * @param measures its measures
   * @param answers reviews that it answers
   * @param medianMilliseconds median time of one review on one thread
   */
  public record Measured(
      @JsonUnwrapped Figures measures, Answers answers, double medianMilliseconds) {}

  /**
   * Identity of a bundle.
   *
   * @param name its name
   * @param version its version
   * @param sha256 checksum of its file
   * @param task kind of its labels
   */
  record Identity(String name, String version, String sha256, Task task) {}

  /**
   * Size of a bundle.
   *
   * @param network short names of its layers
   * @param parameters number of its parameters
   * @param bytes size of its file
   */
  record Size(String network, long parameters, long bytes) {}

  /**
   * A bundle.
   *
   * @param path as typed
   * @param identity name, version and checksum
   * @param size size of network and file
   * @param validation recorded quality on its validation split; null if it records none
   * @param measured figures on the reviews; null without reviews
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Row(
      String path,
      @JsonUnwrapped Identity identity,
      @JsonUnwrapped Size size,
      @Nullable Quality validation,
      @Nullable Measured measured) {

    /**
     * Returns the row of a bundle.
     *
     * @param path as typed
     * @param measured figures on the reviews; empty without reviews
     */
    public static Row of(Path path, LoadedBundle loaded, Optional<Measured> measured)
        throws IOException {
      Path file = Files.isDirectory(path) ? path.resolve(BundleWriter.FILE_NAME) : path;
      Manifest manifest = loaded.bundle().manifest();
      return new Row(
          path.toString(),
          new Identity(manifest.name(), manifest.version(), loaded.sha256(), manifest.task()),
          new Size(
              LayerNames.of(manifest.network()),
              manifest.network().parameterCount(),
              Files.size(file)),
          manifest.quality().get(Split.VALIDATION.label()),
          measured.orElse(null));
    }
  }

  /** Returns the comparison as indented JSON. */
  public String toJson() {
    return JsonDocument.indented(this);
  }

  /** Returns a table with a column for each bundle. */
  public String toText() {
    TextTable table = new TextTable();
    add(table, "bundle", row -> row.path);
    add(table, "name, version", row -> row.identity.name + ", " + row.identity.version);
    add(table, "sha256", row -> row.identity.sha256.substring(0, 12));
    add(table, "task", row -> row.identity.task.toString());
    List<List<String>> networks = bundles.stream().map(row -> words(row.size.network)).toList();
    int lines = networks.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < lines; i++) {
      int line = i;
      table.add(
          i == 0 ? "network" : "",
          networks.stream().map(words -> line < words.size() ? words.get(line) : "").toList());
    }
    add(table, "parameters", row -> String.format(Locale.ROOT, "%,d", row.size.parameters));
    add(table, "size", row -> String.format(Locale.ROOT, "%.1f MB", row.size.bytes / 1e6));
    add(table, "validation accuracy", row -> validation(row, Quality::accuracy));
    add(table, "validation log loss", row -> validation(row, Quality::logLoss));
    add(table, "validation ECE", row -> validation(row, Quality::calibrationError));
    add(table, "validation AUC", row -> validation(row, Quality::auc));
    boolean ordered = bundles.stream().anyMatch(row -> row.identity.task == Task.ORDERED);
    if (ordered) {
      add(
          table,
          "validation MAE",
          row -> ordered(row, quality -> Optional.of(quality.meanAbsoluteError())));
      add(table, "validation kappa", row -> ordered(row, OrderedQuality::quadraticWeightedKappa));
    }
    if (data == null) {
      return table.toString();
    }
    add(table, data.split + " accuracy", row -> measured(row, Figures::accuracy));
    add(table, data.split + " log loss", row -> measured(row, Figures::logLoss));
    add(table, data.split + " ECE", row -> measured(row, Figures::calibrationError));
    add(table, data.split + " AUC", row -> measured(row, Figures::auc));
    if (ordered) {
      add(table, data.split + " MAE", row -> scale(row, OrderedMeasures::meanAbsoluteError));
      add(table, data.split + " kappa", row -> scale(row, OrderedMeasures::quadraticWeightedKappa));
    }
    add(table, data.split + " answered", row -> answers(row, Answers::coverage));
    add(table, "accuracy of answered", row -> answers(row, Answers::accuracyOfAnswered));
    add(table, "ms per review, median", Comparison::milliseconds);
    return "%s%n%ndata: %s, %s, %,d reviews (sha256 %.12s); times are for one thread"
        .formatted(table, data.path, data.split, data.examples, data.sha256);
  }

  private void add(TextTable table, String name, Function<Row, String> cell) {
    table.add(name, bundles.stream().map(cell).toList());
  }

  private static List<String> words(String network) {
    return new ArrayList<>(List.of(network.split(", ", -1)));
  }

  private static String validation(Row row, Function<Quality, Double> figure) {
    return number(row.validation == null ? null : figure.apply(row.validation));
  }

  private static String ordered(Row row, Function<OrderedQuality, Optional<Double>> figure) {
    return number(
        Optional.ofNullable(row.validation).flatMap(Quality::ordered).flatMap(figure).orElse(null));
  }

  private static String scale(Row row, Function<OrderedMeasures, @Nullable Double> figure) {
    return row.measured != null
            && row.measured.measures instanceof ClassMeasures measures
            && measures.ordered() != null
        ? number(figure.apply(measures.ordered()))
        : number(null);
  }

  private static String measured(Row row, Function<Figures, @Nullable Double> figure) {
    return number(row.measured == null ? null : figure.apply(row.measured.measures));
  }

  private static String answers(Row row, Function<Answers, Double> figure) {
    return number(row.measured == null ? null : figure.apply(row.measured.answers));
  }

  private static String milliseconds(Row row) {
    return row.measured == null
        ? "-"
        : String.format(Locale.ROOT, "%.2f", row.measured.medianMilliseconds);
  }

  private static String number(@Nullable Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.4f", value);
  }
}
