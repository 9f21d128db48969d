package io.sentimentstreams.trainer.embedding;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.PrintableText;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of a vector file: the last {@code width} fields are numbers, the text before them is the
 * token. Official files contain tokens such as {@code . . .} and {@code 1/2}.
 */
final class VectorLine {

  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,11}");

  /** Format of a number in a vector, which the last part of a token does not match. */
  private static final Pattern FRACTION =
      Pattern.compile("[-+]?(?:[0-9]+\\.[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");

  private final Path path;
  private final long number;
  private final String token;
  private final String numbers;
  private final int width;

  private VectorLine(Path path, long number, String token, String numbers, int width) {
    this.path = path;
    this.number = number;
    this.token = token;
    this.numbers = numbers;
    this.width = width;
  }

  /** Returns whether a first line is a header with the number of vectors and their width. */
  static boolean isHeader(String text) {
    List<String> fields = fields(text);
    return fields.size() == 2 && fields.stream().allMatch(field -> COUNT.matcher(field).matches());
  }

  /** Returns the width of the vectors from the first line. */
  static int width(Path path, String text) {
    List<String> fields = fields(text);
    long width =
        isHeader(text) && fields.get(1).length() < 9
            ? Integer.parseInt(fields.get(1))
            : fields.size() - 1L;
    if (width < 1 || width > VectorFile.MAX_WIDTH) {
      throw rejected(
          path,
          1,
          "a vector of %d numbers, expected 1 to %d".formatted(width, VectorFile.MAX_WIDTH),
          "Use a file with a token and its numbers per line, separated by spaces");
    }
    return (int) width;
  }

  private static List<String> fields(String text) {
    return List.of(stripEnd(text).split(" ", -1));
  }

  /**
   * Splits a line.
   *
   * @throws InvalidDataException if the number of fields does not match {@code width}
   */
  static VectorLine of(Path path, long number, String text, int width) {
    String line = stripEnd(text);
    int start = line.length();
    for (int i = 0; i < width; i++) {
      start = line.lastIndexOf(' ', start - 1);
      if (start < 0) {
        throw wrongWidth(path, number, i, width);
      }
    }
    String token = line.substring(0, start);
    int extra = 0;
    for (int space = token.lastIndexOf(' '), end = token.length();
        space >= 0 && FRACTION.matcher(token.substring(space + 1, end)).matches();
        end = space, space = token.lastIndexOf(' ', space - 1)) {
      extra++;
    }
    if (extra > 0) {
      throw wrongWidth(path, number, width + extra, width);
    }
    return new VectorLine(path, number, token, line.substring(start + 1), width);
  }

  private static String stripEnd(String text) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(0, end);
  }

  /** Returns the token, which can contain spaces. */
  String token() {
    return token;
  }

  /**
   * Returns the numbers.
   *
   * @throws InvalidDataException if a field is not a finite number
   */
  float[] vector() {
    float[] vector = new float[width];
    String[] fields = numbers.split(" ", -1);
    for (int i = 0; i < width; i++) {
      vector[i] = parsed(fields[i]);
    }
    return vector;
  }

  private float parsed(String field) {
    try {
      float value = Float.parseFloat(field);
      if (Float.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw notANumber(field);
    }
    throw notANumber(field);
  }

  private InvalidDataException notANumber(String field) {
    return rejected(
        path,
        number,
        "'%s' is not a finite number".formatted(PrintableText.of(field, 20)),
        "Write %d numbers after the token".formatted(width));
  }

  private static InvalidDataException wrongWidth(Path path, long number, int found, int width) {
    return rejected(
        path,
        number,
        "%d numbers, the first vector has %d".formatted(found, width),
        "Use a file with vectors of equal width");
  }

  private static InvalidDataException rejected(
      Path path, long number, String problem, String remedy) {
    return new InvalidDataException(path, "line " + number + ": " + problem, remedy);
  }
}
