package io.sentimentstreams.trainer.data.table;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.PrintableText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Explanation of a first row without the expected columns.
 *
 * @param path the file
 * @param first fields of the first row
 * @param delimiter character between the fields
 * @param settings names of the expected columns
 */
record HeaderProblem(Path path, List<String> first, char delimiter, ReadSettings settings) {

  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(?:\\.[0-9]+)?");
  private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)sep=(.?)");

  /** A header rarely has a longer name. */
  private static final int MAX_NAME = 64;

  /** Returns the error for a missing column. */
  InvalidDataException missing(ColumnNames names) {
    if (!settings.layout().hasHeader()) {
      return error(
          names.isTyped()
              ? "no column %s, there are %d".formatted(names.names().get(0), first.size())
              : "no column is selected",
          "Use %s, with numbers from 1 to %d".formatted(suggestedColumns(), first.size()));
    }
    return ofOtherFormat()
        .or(this::ofDelimiter)
        .or(this::ofMissingHeader)
        .orElseGet(
            () ->
                error(
                    "no column named %s in %s"
                        .formatted(
                            names.listed(), PrintableText.of(String.join(", ", first).strip())),
                    "Name the columns in the first line, or select one with " + names.option()));
  }

  /** Returns the error for a first row with another delimiter; empty if there is none. */
  Optional<InvalidDataException> ofDelimiter() {
    String line = String.join(String.valueOf(delimiter), first).replace("\uFEFF", "");
    var separator = SEPARATOR_LINE.matcher(line.strip());
    if (separator.matches()) {
      return Optional.of(
          error(
              "a line for Excel, '%s', instead of the header".formatted(line.strip()),
              "Remove the line"
                  + (separator.group(1).isEmpty()
                      ? ""
                      : ", and use --delimiter " + name(separator.group(1).charAt(0)))));
    }
    if (delimiter == '\t' && settings.layout().delimiter().isEmpty() && isQuoted()) {
      return Optional.of(error("the columns are quoted", "Use --delimiter tab"));
    }
    return DELIMITERS.stream()
        .filter(other -> other != delimiter && separates(line, other))
        .findFirst()
        .map(
            other ->
                error(
                    "the columns are separated by %s instead of %s"
                        .formatted(described(other), described(delimiter)),
                    "Use --delimiter " + name(other)));
  }

  /** Returns whether another delimiter gives columns with known names. */
  private boolean separates(String line, char other) {
    List<String> fields = fields(line, other);
    return fields.size() > 1
        && (settings.textNames().indexIn(fields).isPresent()
            || settings.labelNames().indexIn(fields).isPresent()
            || (first.size() == 1
                && fields.stream().noneMatch(field -> field.length() > MAX_NAME)));
  }

  private boolean isQuoted() {
    return settings
            .textNames()
            .indexIn(first.stream().map(HeaderProblem::unquoted).toList())
            .isPresent()
        && first.stream().anyMatch(field -> field.strip().startsWith("\""));
  }

  private static List<String> fields(String line, char other) {
    return Pattern.compile(Pattern.quote(String.valueOf(other)))
        .splitAsStream(line)
        .map(HeaderProblem::unquoted)
        .toList();
  }

  private static String unquoted(String field) {
    return field.strip().replaceAll("^\"|\"$", "");
  }

  private Optional<InvalidDataException> ofOtherFormat() {
    String start = first.get(0).replace("\uFEFF", "").strip();
    boolean json =
        start.startsWith("{")
            || (start.startsWith("[") && !start.endsWith("]"))
            || start.equals("[");
    if (json) {
      return Optional.of(
          error("JSON instead of a header", "Rename the file to %s.json".formatted(bareName())));
    }
    return start.startsWith("__label__")
        ? Optional.of(
            error(
                "lines of fastText instead of a header",
                "Write a header, and label and text in columns"))
        : Optional.empty();
  }

  private String bareName() {
    return String.valueOf(path.getFileName()).replaceAll("(?i)\\.(?:csv|tsv)\\b.*", "");
  }

  private Optional<InvalidDataException> ofMissingHeader() {
    boolean numbered =
        IntStream.range(0, first.size())
            .allMatch(
                i -> first.get(i).isBlank() || NUMBER.matcher(first.get(i).strip()).matches());
    boolean data =
        first.stream()
            .anyMatch(
                field -> field.length() > MAX_NAME || NUMBER.matcher(field.strip()).matches());
    return data && !numbered
        ? Optional.of(
            error(
                "no header, but a row of data with %d columns".formatted(first.size()),
                "Use --no-header %s, or add a header".formatted(suggestedColumns())))
        : Optional.empty();
  }

  /**
   * Returns options with the longest field as the text and the first of the shortest as the label.
   */
  private String suggestedColumns() {
    int text = 0;
    int label = 0;
    for (int i = 0; i < first.size(); i++) {
      text = first.get(i).length() > first.get(text).length() ? i : text;
      label =
          first.get(i).strip().length() < first.get(label).strip().length()
                  && !first.get(i).isBlank()
              ? i
              : label;
    }
    return "--text-column %d --label-column %d"
        .formatted(text + 1, label == text ? Math.min(2, first.size()) : label + 1);
  }

  private static String described(char delimiter) {
    return delimiter == '\t' ? "tabs" : "'%s'".formatted(delimiter);
  }

  private static String name(char delimiter) {
    return delimiter == '\t' ? "tab" : "'%s'".formatted(delimiter);
  }

  private InvalidDataException error(String problem, String remedy) {
    return new InvalidDataException(path, "line 1: " + problem, remedy);
  }
}
