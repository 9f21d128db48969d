package io.sentimentstreams.trainer.inspect;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sentimentstreams.model.bundle.Quality;
import io.sentimentstreams.trainer.evaluate.Measures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Bundles side by side.
 *
 * @param data what all of them were measured on; null if they were not
 * @param bundles in the order in which they were named
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Comparison(@Nullable Data data, List<Row> bundles) {

  /**
   * The reviews.
   *
   * @param path where they were read
   * @param split which part of them
   * @param sha256 their fingerprint
   * @param examples how many
   */
  public record Data(String path, String split, String sha256, int examples) {}

  /**
   * What a bundle does on them.
   *
   * @param measures its figures
   * @param medianMilliseconds what one review costs one thread
   */
  public record Measured(@JsonUnwrapped Measures measures, double medianMilliseconds) {}

  /**
   * A bundle.
   *
   * @param path as it was named
   * @param name its name
   * @param version its version
   * @param sha256 of its file
   * @param network its layers in few words
   * @param parameters how many numbers were trained
   * @param bytes of its file
   * @param validation what it did on what was held out, as its manifest says; null if it does not
   * @param measured what it does now; null without data
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Row(
      String path,
      String name,
      String version,
      String sha256,
      String network,
      long parameters,
      long bytes,
      @Nullable Quality validation,
      @Nullable Measured measured) {}

  /** Indented JSON. */
  public String toJson() {
    return Json.indented(this);
  }

  /** A table to read: a column for each bundle. */
  public String toText() {
    TextTable table = new TextTable();
    add(table, "bundle", row -> row.path);
    add(table, "name, version", row -> row.name + ", " + row.version);
    add(table, "sha256", row -> row.sha256.substring(0, 12));
    List<List<String>> networks = bundles.stream().map(row -> words(row.network)).toList();
    int lines = networks.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < lines; i++) {
      int line = i;
      table.add(
          i == 0 ? "network" : "",
          networks.stream().map(words -> line < words.size() ? words.get(line) : "").toList());
    }
    add(table, "parameters", row -> String.format(Locale.ROOT, "%,d", row.parameters));
    add(table, "size", row -> String.format(Locale.ROOT, "%.1f MB", row.bytes / 1e6));
    add(table, "validation accuracy", row -> validation(row, Quality::accuracy));
    add(table, "validation log loss", row -> validation(row, Quality::logLoss));
    add(table, "validation ECE", row -> validation(row, Quality::calibrationError));
    add(table, "validation AUC", row -> validation(row, Quality::auc));
    if (data == null) {
      return table.toString();
    }
    add(table, data.split + " accuracy", row -> measured(row, Measures::accuracy));
    add(table, data.split + " log loss", row -> measured(row, Measures::logLoss));
    add(table, data.split + " ECE", row -> measured(row, Measures::calibrationError));
    add(table, data.split + " AUC", row -> measured(row, Measures::auc));
    add(table, "ms a review, median", Comparison::milliseconds);
    return "%s%n%ndata: %s, %s, %,d reviews (sha256 %.12s); times are those of one thread"
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

  private static String measured(Row row, Function<Measures, @Nullable Double> figure) {
    return number(row.measured == null ? null : figure.apply(row.measured.measures));
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
