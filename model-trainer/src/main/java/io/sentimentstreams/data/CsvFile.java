package io.sentimentstreams.data;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reviews in a CSV file with a header (RFC 4180, UTF-8). Columns are found by their names: {@code
 * text} or {@code review}; {@code label} or {@code sentiment} with positive, negative, pos, neg, 1
 * or 0; optionally {@code id}; optionally {@code split} with train or test. Without a split column
 * every row belongs to both parts: give one file to train and another to evaluate.
 *
 * @param path the file
 */
public record CsvFile(Path path) implements DataSource {

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  @Override
  public List<LabelledText> read(Split split) {
    List<LabelledText> texts = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8);
        CSVParser rows = CSVParser.parse(reader, FORMAT)) {
      Columns columns = null;
      long line = 1;
      for (CSVRecord row : rows) {
        if (columns == null) {
          columns = Columns.of(path, row);
        } else if (!isEmptyLine(row)) {
          columns.read(row, line, split).ifPresent(text -> add(texts, ids, text, row));
        }
        line = rows.getCurrentLineNumber() + 1;
      }
    } catch (CharacterCodingException e) {
      throw notUtf8(e);
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof CharacterCodingException ? notUtf8(e) : unreadable(e);
    } catch (IOException e) {
      throw unreadable(e);
    }
    if (texts.isEmpty()) {
      throw new DataRejected(
          path, "holds no review for " + split.label(), "add rows below the header");
    }
    texts.sort(Comparator.comparing(LabelledText::id));
    return List.copyOf(texts);
  }

  private static boolean isEmptyLine(CSVRecord row) {
    return row.size() == 1 && row.get(0).isEmpty();
  }

  private void add(List<LabelledText> texts, Set<String> ids, LabelledText text, CSVRecord row) {
    if (!ids.add(text.id())) {
      throw new DataRejected(
          path,
          "record %d has the id '%s' again".formatted(row.getRecordNumber() - 1, text.id()),
          "give each row an id of its own");
    }
    texts.add(text);
  }

  private DataRejected notUtf8(Exception cause) {
    return new DataRejected(path, "is not valid UTF-8", "convert the file to UTF-8", cause);
  }

  private DataRejected unreadable(Exception cause) {
    String message = String.valueOf(cause.getMessage());
    boolean malformed = cause instanceof CSVException || cause.getCause() instanceof CSVException;
    return malformed
        ? new DataRejected(
            path,
            "is no CSV (" + message + ")",
            "put quotes around texts, and double those inside",
            cause)
        : new DataRejected(path, "cannot be read (" + message + ")", "check the file", cause);
  }

  /** Which column holds what; -1 where there is none. */
  private record Columns(Path path, int width, int text, int label, int id, int split) {

    static Columns of(Path path, CSVRecord header) {
      List<String> names =
          header.stream()
              .map(name -> name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT))
              .toList();
      return new Columns(
          path,
          names.size(),
          required(path, names, "text", "review"),
          required(path, names, "label", "sentiment"),
          names.indexOf("id"),
          names.indexOf("split"));
    }

    private static int required(Path path, List<String> names, String name, String other) {
      int column = Math.max(names.indexOf(name), names.indexOf(other));
      if (column < 0) {
        throw new DataRejected(
            path,
            "line 1: no column is named %s or %s".formatted(name, other),
            "name the columns in the first line");
      }
      return column;
    }

    Optional<LabelledText> read(CSVRecord row, long line, Split wanted) {
      if (row.size() != width) {
        throw rejected(
            line,
            "%d fields where the header has %d".formatted(row.size(), width),
            "put quotes around a text that holds commas");
      }
      if (split >= 0 && splitOf(row.get(split), line) != wanted) {
        return Optional.empty();
      }
      String value = row.get(text);
      if (value.length() > MAX_REVIEW_BYTES) {
        throw rejected(
            line,
            "a text longer than %d characters".formatted(MAX_REVIEW_BYTES),
            "close the quotes of the text, or shorten it");
      }
      String name = id < 0 ? "%09d".formatted(row.getRecordNumber() - 1) : row.get(id);
      if (name.isBlank()) {
        throw rejected(line, "the id is empty", "give each row an id, or remove the column");
      }
      return Optional.of(new LabelledText(name, value, labelOf(row.get(label), line)));
    }

    private Split splitOf(String value, long line) {
      return switch (value.strip().toLowerCase(Locale.ROOT)) {
        case "train" -> Split.TRAIN;
        case "test" -> Split.TEST;
        default -> throw rejected(line, "the split is " + quoted(value), "use train or test");
      };
    }

    private boolean labelOf(String value, long line) {
      return switch (value.strip().toLowerCase(Locale.ROOT)) {
        case "positive", "pos", "1" -> true;
        case "negative", "neg", "0" -> false;
        default ->
            throw rejected(
                line,
                "the label is " + quoted(value),
                "use positive or negative, pos or neg, 1 or 0");
      };
    }

    private DataRejected rejected(long line, String problem, String remedy) {
      return new DataRejected(path, "line " + line + ": " + problem, remedy);
    }

    private static String quoted(String value) {
      String cut = value.length() > 40 ? value.substring(0, 40) + "..." : value;
      return "'" + cut.replaceAll("\\p{Cntrl}", "?") + "'";
    }
  }
}
