package io.sentimentstreams.trainer.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.sentimentstreams.trainer.data.PrintableText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Descriptions of malformed JSON in one line of a file, with the column and without the line. */
public final class JsonLineProblem {

  private static final Pattern CHARACTER = Pattern.compile("Unexpected character \\('(.+?)' ");
  private static final Pattern WORD =
      Pattern.compile("(?:Unrecognized|Non-standard) token '(.*?)'", Pattern.DOTALL);
  private static final Pattern DUPLICATE = Pattern.compile("Duplicate [Ff]ield '(.*?)'");

  private JsonLineProblem() {}

  /**
   * Returns a description such as {@code malformed JSON (unexpected character ''' at column 2)}.
   */
  public static String of(JsonProcessingException e) {
    return "malformed JSON (%s)".formatted(reason(e));
  }

  private static String reason(JsonProcessingException e) {
    String message = Optional.ofNullable(e.getOriginalMessage()).orElse("");
    String place =
        Optional.ofNullable(e.getLocation())
            .map(location -> " at column " + location.getColumnNr())
            .orElse("");
    if (e instanceof StreamConstraintsException) {
      return constraint(message) + place;
    }
    Matcher word = WORD.matcher(message);
    if (word.find()) {
      return "'%s' is not a JSON value".formatted(PrintableText.of(word.group(1), 20)) + place;
    }
    Matcher duplicate = DUPLICATE.matcher(message);
    if (duplicate.find()) {
      return "duplicate field '%s'".formatted(PrintableText.of(duplicate.group(1), 40)) + place;
    }
    Matcher character = CHARACTER.matcher(message);
    if (character.find()) {
      return "unexpected character '%s'%s%s"
          .formatted(
              PrintableText.of(character.group(1), 4),
              place,
              character.group(1).equals("'") ? "; strings have double quotes" : "");
    }
    return ofMessage(message) + place;
  }

  private static String constraint(String message) {
    if (message.contains("nesting")) {
      return "nested too deeply";
    }
    return message.startsWith("Name")
        ? "a field name is too long"
        : message.startsWith("Number") ? "a number is too long" : "a value is too long";
  }

  private static String ofMessage(String message) {
    if (message.contains("end-of-input")) {
      return "the value is not complete";
    }
    if (message.contains("Trailing token")) {
      return "text after the value";
    }
    if (message.contains("Illegal unquoted character")) {
      return "a control character that is not escaped";
    }
    if (message.contains("escape")) {
      return "an invalid escape sequence";
    }
    if (message.contains("close marker")) {
      return "an unexpected closing bracket";
    }
    if (message.contains("UTF-8") || message.contains("surrogate")) {
      return "invalid characters";
    }
    return message.contains("umeric") || message.contains("umber")
        ? "an invalid number"
        : "a syntax error";
  }
}
