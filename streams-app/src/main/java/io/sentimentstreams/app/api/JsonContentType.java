package io.sentimentstreams.app.api;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The check of a request's Content-Type. */
final class JsonContentType {

  private static final Pattern JSON = Pattern.compile("\\s*application/json\\s*(;.*)?");
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]*)\"?\\s*(?=;|$)");

  private JsonContentType() {}

  /** Returns the problem with a remedy; empty if it is JSON in UTF-8 or ASCII. */
  static Optional<String> problem(String contentType) {
    String lower = contentType.toLowerCase(Locale.ROOT);
    if (!JSON.matcher(lower).matches()) {
      return Optional.of("The Content-Type is not supported. Send application/json.");
    }
    Matcher charset = CHARSET.matcher(lower);
    while (charset.find()) {
      if (!isUtf8(charset.group(1))) {
        return Optional.of(
            "The charset of the Content-Type is not supported. Send the body in UTF-8.");
      }
    }
    return Optional.empty();
  }

  /** ASCII is a part of UTF-8. */
  private static boolean isUtf8(String charset) {
    return charset.equals("utf-8") || charset.equals("utf8") || charset.equals("us-ascii");
  }
}
