package io.sentimentstreams.quickstart.review;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads labelled texts of a file: CSV or TSV with a header, or one JSON object per line. The
 * columns or fields are {@code text}, {@code label} and, if there is one, {@code language}.
 */
public final class ReviewFile {

  /** Kafka's default limit on a request is 1 MiB, which also bounds a review. */
  static final int MAX_TEXT_BYTES = 900_000;

  private static final long MAX_FILE_BYTES = 256L << 20;
  private static final int MAX_REVIEWS = 1_000_000;
  private static final Map<String, RowFormat> FORMATS =
      Map.of(
          ".csv", RowFormat.CSV,
          ".tsv", RowFormat.TSV,
          ".txt", RowFormat.TSV,
          ".jsonl", RowFormat.JSON_LINES,
          ".ndjson", RowFormat.JSON_LINES,
          ".json", RowFormat.JSON_LINES);

  private final Path file;
  private final LabelNames labels;

  private ReviewFile(Path file, LabelNames labels) {
    this.file = file;
    this.labels = labels;
  }

  /**
   * Reads the reviews in the order of the file.
   *
   * @param file the format follows from its extension
   * @param labels the labels of the bundle
   * @param limit the maximum number of reviews
   * @throws IOException if the file has another layout, an unknown label or cannot be read; the
   *     message names the line
   */
  public static List<LabelledReview> read(Path file, LabelNames labels, int limit)
      throws IOException {
    return new ReviewFile(file, labels).read(format(file), limit);
  }

  private List<LabelledReview> read(RowFormat format, int limit) throws IOException {
    if (Files.size(file) > MAX_FILE_BYTES) {
      throw new IOException(
          "The file is too large: %s has %d bytes. Use a file of at most %d bytes."
              .formatted(file, Files.size(file), MAX_FILE_BYTES));
    }
    List<LabelledReview> reviews = new ArrayList<>();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      Iterator<FileRow> rows = format.rows(in);
      while (reviews.size() < limit && rows.hasNext()) {
        if (reviews.size() == MAX_REVIEWS) {
          throw new IOException(
              "The file has too many reviews: %s. Use --reviews with at most %d."
                  .formatted(file, MAX_REVIEWS));
        }
        reviews.add(review(rows.next()));
      }
    } catch (CharacterCodingException e) {
      throw notUtf8(e);
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof CharacterCodingException ? notUtf8(e) : e.getCause();
    } catch (InvalidRowException e) {
      throw new IOException(
          "The file cannot be read: %s, line %d: %s".formatted(file, e.line(), e.getMessage()), e);
    }
    if (reviews.isEmpty()) {
      throw new IOException(
          "The file has no reviews: " + file + ". Add rows with a text and a label.");
    }
    return reviews;
  }

  private IOException notUtf8(Exception cause) {
    return new IOException(
        "The file is not UTF-8: " + file + ". Convert it to UTF-8, for example with iconv.", cause);
  }

  private LabelledReview review(FileRow row) {
    if (row.text().isBlank()) {
      throw new InvalidRowException(row.line(), "the text is blank. Remove the row.");
    }
    int bytes = row.text().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_TEXT_BYTES) {
      throw new InvalidRowException(
          row.line(),
          "the text has %d bytes. Shorten it to %d bytes.".formatted(bytes, MAX_TEXT_BYTES));
    }
    return new LabelledReview(
        "line-" + row.line(), "unknown", expected(row), row.text(), row.language());
  }

  private Optional<String> expected(FileRow row) {
    Optional<String> label = row.label();
    if (label.isEmpty()) {
      return label;
    }
    Optional<String> known = labels.find(label.get());
    if (known.isEmpty()) {
      throw new InvalidRowException(
          row.line(),
          "the bundle has no label '%s'. Use one of its labels: %s."
              .formatted(shortened(label.get()), labels.listed()));
    }
    return known;
  }

  private static String shortened(String label) {
    String printable = label.replaceAll("[\\p{Cc}\\p{Cf}]", "?");
    return printable.length() <= 64 ? printable : printable.substring(0, 64) + "...";
  }

  private static RowFormat format(Path file) throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return FORMATS.entrySet().stream()
        .filter(format -> name.endsWith(format.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(
            () ->
                new IOException(
                    "The format of the file is unknown: "
                        + file
                        + ". Use a file that ends in .csv, .tsv, .txt, .jsonl, .ndjson or"
                        + " .json, or a folder with pos and neg."));
  }
}
