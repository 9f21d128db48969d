package io.sentimentstreams.model.text.normalize;

import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Tag;

/**
 * Finder of the tags and comments of HTML in a text. A tag has a name of HTML and, if any,
 * attributes with values or attributes that HTML defines without a value. So {@code "5 < 6 and 7 >
 * 3"} and {@code "<3"} have no tag and keep their words. Not thread-safe: one per text.
 */
final class Markup {

  /** Position of something that is not markup. */
  static final int NONE = -1;

  private static final Set<String> FLAGS =
      Set.of(
          "allowfullscreen",
          "async",
          "autofocus",
          "autoplay",
          "checked",
          "compact",
          "controls",
          "default",
          "defer",
          "disabled",
          "formnovalidate",
          "hidden",
          "inert",
          "ismap",
          "itemscope",
          "loop",
          "multiple",
          "muted",
          "nohref",
          "nomodule",
          "noshade",
          "novalidate",
          "nowrap",
          "open",
          "playsinline",
          "readonly",
          "required",
          "reversed",
          "selected");

  /** Longest name of a tag or of an attribute without a value. */
  private static final int MAX_NAME = 20;

  /** Factor of the text's length that unsuccessful searches may read, so the cost is linear. */
  private static final int SEARCHES = 8;

  private static final String BREAK = "br";
  private static final String WORD_BREAK = "wbr";

  private final String text;
  private long budget;
  private boolean separating;

  Markup(String text) {
    this.text = text;
    budget = 1024 + (long) SEARCHES * text.length();
  }

  /** Returns whether the markup found last separates words. */
  boolean isSeparating() {
    return separating;
  }

  /** Returns the position behind the markup that begins at a "&lt;", or {@link #NONE}. */
  int end(int at) {
    if (budget <= 0) {
      return NONE;
    }
    int end = find(at + 1);
    if (end == NONE) {
      budget--;
    }
    return end;
  }

  private int find(int at) {
    separating = true;
    if (at >= text.length()) {
      return NONE;
    }
    char first = text.charAt(at);
    if (first == '!') {
      return declaration(at);
    }
    if (first == '?') {
      return text.startsWith("?xml", at) ? after("?>", at) : NONE;
    }
    boolean closing = first == '/';
    int start = closing ? at + 1 : at;
    int end = start;
    while (end < text.length() && end - start < MAX_NAME && isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    if (end == start || !isLetter(text.charAt(start)) || !isTag(start, end)) {
      return NONE;
    }
    int behind = attributes(end);
    if (behind == NONE || closing) {
      return behind;
    }
    return content(start, end, behind);
  }

  private boolean isTag(int start, int end) {
    if (end - start == BREAK.length() && text.regionMatches(true, start, BREAK, 0, end - start)) {
      return true;
    }
    String name = text.substring(start, end).toLowerCase(Locale.ROOT);
    separating = !name.equals(WORD_BREAK);
    return Tag.isKnownTag(name) || !separating;
  }

  /** Returns the position behind a script or a style sheet, whose content is no text. */
  private int content(int start, int end, int behind) {
    String name =
        matches("script", start, end) ? "</script" : matches("style", start, end) ? "</style" : "";
    if (name.isEmpty()) {
      return behind;
    }
    for (int i = text.indexOf('<', behind); i >= 0; i = text.indexOf('<', i + 1)) {
      if (text.regionMatches(true, i, name, 0, name.length())) {
        int close = attributes(i + name.length());
        budget -= close == NONE ? i - behind : 0;
        return close == NONE ? behind : close;
      }
    }
    budget -= text.length() - behind;
    return behind;
  }

  private boolean matches(String name, int start, int end) {
    return end - start == name.length() && text.regionMatches(true, start, name, 0, end - start);
  }

  private int declaration(int at) {
    if (text.startsWith("!--", at)) {
      // HTML also closes the comments <!--> and <!---> there.
      return after("-->", at + 1);
    }
    if (text.startsWith("![CDATA[", at)) {
      return at + "![CDATA[".length();
    }
    return text.regionMatches(true, at, "!doctype", 0, "!doctype".length()) ? after(">", at) : NONE;
  }

  private int after(String close, int at) {
    int found = text.indexOf(close, at);
    if (found < 0) {
      budget -= text.length() - at;
      return NONE;
    }
    return found + close.length();
  }

  /** Returns the position behind the "&gt;" that closes a tag, or {@link #NONE}. */
  private int attributes(int at) {
    int i = at;
    while (true) {
      int start = i;
      i = skipSpace(i);
      if (i >= text.length()) {
        return failed(at, i);
      }
      char next = text.charAt(i);
      if (next == '>') {
        return i + 1;
      }
      if (next == '/') {
        i++;
        continue;
      }
      i = i == start && start == at ? NONE : attribute(i);
      if (i == NONE) {
        return failed(at, start);
      }
    }
  }

  private int failed(int at, int read) {
    budget -= read - at;
    return NONE;
  }

  private int attribute(int start) {
    int end = start;
    while (end < text.length() && isInAttribute(text.charAt(end))) {
      end++;
    }
    if (end == start || !isLetter(text.charAt(start))) {
      return NONE;
    }
    int equals = skipSpace(end);
    if (equals >= text.length() || text.charAt(equals) != '=') {
      budget -= end - start;
      return isFlag(start, end) ? end : NONE;
    }
    int value = skipSpace(equals + 1);
    if (value >= text.length()) {
      return NONE;
    }
    char quote = text.charAt(value);
    if (quote == '"' || quote == '\'') {
      int close = text.indexOf(quote, value + 1);
      budget -= close < 0 ? text.length() - value : 0;
      return close < 0 ? NONE : close + 1;
    }
    int i = value;
    while (i < text.length() && isInValue(text.charAt(i))) {
      i++;
    }
    return i == value ? NONE : i;
  }

  private boolean isFlag(int start, int end) {
    return end - start <= MAX_NAME
        && FLAGS.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
  }

  private int skipSpace(int at) {
    int i = at;
    while (i < text.length() && isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isSpace(char character) {
    return character == ' ' || (character >= '\t' && character <= '\r');
  }

  private static boolean isInValue(char character) {
    return !isSpace(character) && character != '>' && character != '<' && character != '"';
  }

  private static boolean isInAttribute(char character) {
    return isLetterOrDigit(character)
        || character == '-'
        || character == '_'
        || character == ':'
        || character == '.';
  }

  private static boolean isLetter(char character) {
    char lower = (char) (character | 0x20);
    return lower >= 'a' && lower <= 'z';
  }

  private static boolean isLetterOrDigit(char character) {
    return isLetter(character) || (character >= '0' && character <= '9');
  }
}
