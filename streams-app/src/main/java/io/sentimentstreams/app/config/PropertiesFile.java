package io.sentimentstreams.app.config;

import java.io.IOException;
import java.io.PushbackReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Reader of text files in UTF-8 that other tools wrote. A byte order mark is dropped. */
final class PropertiesFile {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private PropertiesFile() {}

  /**
   * Returns the properties of a file.
   *
   * @throws IOException if it cannot be read, or is not UTF-8
   * @throws IllegalArgumentException if it has an invalid escape sequence
   */
  static Properties load(Path file) throws IOException {
    Properties properties = new Properties();
    try (PushbackReader reader =
        new PushbackReader(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
      skipMark(reader);
      properties.load(reader);
    }
    return properties;
  }

  /**
   * Returns the text of a file, without the line break that editors and shells add at its end.
   *
   * @throws IOException if it cannot be read, or is not UTF-8
   */
  static String line(Path file) throws IOException {
    String text = Files.readString(file).replaceAll("[\r\n]+$", "");
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static void skipMark(PushbackReader reader) throws IOException {
    int first = reader.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      reader.unread(first);
    }
  }
}
