package io.sentimentstreams.trainer.file;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The character encoding of a text file as a user selects it. A byte order mark has precedence.
 *
 * @param charset encoding of files without a byte order mark; empty for UTF-8
 * @param isSelectable whether the command has the option {@code --charset}, for remedies
 */
public record Encoding(Optional<Charset> charset, boolean isSelectable) {

  /** UTF-8 or the encoding of the byte order mark, for files that always have these. */
  public static final Encoding UNICODE = new Encoding(Optional.empty(), false);

  /** The default of the option {@code --charset}. */
  public static final Encoding STANDARD = new Encoding(Optional.empty(), true);

  /** Names that denote another encoding in Java than in Python. */
  private static final Map<String, String> PYTHON =
      Map.of("cp932", "windows-31j", "cp949", "x-windows-949", "cp950", "x-windows-950");

  /** Returns an encoding that a user selected. */
  public static Encoding of(Charset charset) {
    return new Encoding(Optional.of(charset), true);
  }

  /**
   * Returns the encoding with a name of Java or Python, such as {@code windows-1252}, {@code
   * latin-1} or {@code utf_16_le}.
   *
   * @throws IllegalArgumentException if there is no such encoding
   */
  public static Encoding named(String name) {
    String given = name.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    String plain = given.equals("utf-8-sig") || given.equals("utf8-sig") ? "utf-8" : given;
    String compact = plain.replace("-", "");
    String python = PYTHON.getOrDefault(compact, plain);
    for (String candidate : List.of(python, plain, plain.replace('-', '_'), compact)) {
      Optional<Charset> found = charset(candidate);
      if (found.isPresent()) {
        return of(found.get());
      }
    }
    if (compact.matches("utf(16|32)(le|be)")) {
      return of(
          Charset.forName("UTF-%s%s".formatted(compact.substring(3, 5), compact.substring(5))));
    }
    throw new IllegalArgumentException(
        "Unknown charset: '%s'. Use a name such as UTF-8, windows-1252, ISO-8859-1 or UTF-16LE."
            .formatted(name));
  }

  private static Optional<Charset> charset(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns an instruction for a file in another encoding, without a full stop.
   *
   * @param charset name of the encoding that the file probably has
   */
  String remedy(String charset) {
    return isSelectable
        ? "Use --charset " + charset
        : "Convert the file to UTF-8: iconv -f %s -t UTF-8".formatted(charset);
  }

  /** Returns an instruction for a file that is not in this encoding, without a full stop. */
  public String remedyForMalformed() {
    return isSelectable
        ? "Use --charset with the encoding of the file, such as --charset windows-1252, or correct the text"
        : "Convert the file to UTF-8, such as with iconv -f WINDOWS-1252 -t UTF-8, or correct the text";
  }

  /** Returns whether the name leaves the byte order open. */
  boolean isOrderOpen() {
    return charset
        .filter(
            each -> each.equals(StandardCharsets.UTF_16) || each.name().equalsIgnoreCase("UTF-32"))
        .isPresent();
  }
}
