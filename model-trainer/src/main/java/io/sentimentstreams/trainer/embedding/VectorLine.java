package io.sentimentstreams.trainer.embedding;

import io.sentimentstreams.trainer.data.InvalidDataException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of a file of vectors: the last {@code width} fields are numbers, what stands before them
 * is the token. Official files hold tokens such as {@code . . .} and {@code 1/2}.
 */
final class VectorLine {

  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,11}");

  /** What a number of a vector looks like, and a token's last part does not. */
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

  /** Whether a first line only tells how many vectors of which width follow. */
  static boolean isHeader(String text) {
    List<String> fields = fields(text);
    return fields.size() == 2 && fields.stream().allMatch(field -> COUNT.matcher(field).matches());
  }

  /** The width of the vectors below a first line, or on it. */
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
          "a vector of %d numbers, where 1 to %d are possible"
              .formatted(width, VectorFile.MAX_WIDTH),
          "give a file with a token and its numbers on each line, with spaces between");
    }
    return (int) width;
  }

  private static List<String> fields(String text) {
    return List.of(stripEnd(text).split(" ", -1));
  }

  /**
   * Splits a line.
   *
   * @throws InvalidDataException if there are fewer numbers than {@code width}, or more
   */
  static VectorLine of(Path path, long number, String text, int width) {
    String line = stripEnd(text);
    int begin = line.length();
    for (int i = 0; i < width; i++) {
      begin = line.lastIndexOf(' ', begin - 1);
      if (begin < 0) {
        throw wrongWidth(path, number, i, width);
      }
    }
    String token = line.substring(0, begin);
    int tooMany = 0;
    for (int space = token.lastIndexOf(' '), end = token.length();
        space >= 0 && FRACTION.matcher(token.substring(space + 1, end)).matches();
        end = space, space = token.lastIndexOf(' ', space - 1)) {
      tooMany++;
    }
    if (tooMany > 0) {
      throw wrongWidth(path, number, width + tooMany, width);
    }
    return new VectorLine(path, number, token, line.substring(begin + 1), width);
  }

  private static String stripEnd(String text) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(0, end);
  }

  /** What the vector is of; may hold spaces. */
  String token() {
    return token;
  }

  /**
   * The numbers.
   *
   * @throws InvalidDataException if one of them is none, or not finite
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
      throw noNumber(field);
    }
    throw noNumber(field);
  }

  private InvalidDataException noNumber(String field) {
    String shown = field.length() > 20 ? field.substring(0, 20) + "..." : field;
    return rejected(
        path,
        number,
        "'%s' is no finite number".formatted(shown.replaceAll("\\p{Cntrl}", "?")),
        "give %d numbers after the token".formatted(width));
  }

  private static InvalidDataException wrongWidth(Path path, long number, int found, int width) {
    return rejected(
        path,
        number,
        "%d numbers, where the first vector has %d".formatted(found, width),
        "give a file whose vectors are all of one width");
  }

  private static InvalidDataException rejected(
      Path path, long number, String problem, String remedy) {
    return new InvalidDataException(path, "line " + number + ": " + problem, remedy);
  }
}
