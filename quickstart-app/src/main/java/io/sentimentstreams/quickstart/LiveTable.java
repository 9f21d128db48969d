package io.sentimentstreams.quickstart;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Prints a row for each score and a paragraph for each dead letter. The table is plain ASCII, with
 * colours only on terminals that show them. Not thread-safe.
 */
final class LiveTable {

  /** Line breaks of the IMDB data set. */
  private static final Pattern BREAKS = Pattern.compile("<br ?/?>");

  /** A terminal would execute control characters in a review. */
  private static final Pattern NOT_PRINTED = Pattern.compile("[\\p{Cc}\\p{Cf}\\s]+");

  private static final String ROW = "%-6s  %s  %-8s  %s  %7s  %s";
  private static final int LABEL_COLUMNS = 9;
  private static final String WRONG = "WRONG";
  private static final String NO_LABEL = "(none)";
  private static final int COLUMNS_BEFORE_TEXT = 45;
  private static final int MIN_TEXT_COLUMNS = 20;
  private static final int MIN_PARAGRAPH_COLUMNS = 40;
  private static final String BULLET = "!  ";

  private final PrintWriter out;
  private final Ansi ansi;
  private final int width;

  /**
   * Creates a table.
   *
   * @param width the terminal's width, in characters
   */
  LiveTable(PrintWriter out, Ansi ansi, int width) {
    this.out = out;
    this.ansi = ansi;
    this.width = width;
  }

  /** Prints the names of the columns. */
  void header() {
    String blank = " ".repeat(WRONG.length());
    print(ROW, "SCORE", padded("LABEL", LABEL_COLUMNS), "EXPECTED", blank, "LATENCY", "REVIEW");
  }

  /**
   * Prints a score.
   *
   * @param latency in nanoseconds
   */
  void score(Outcome.Scored scored, LabelledReview review, long latency) {
    String label = scored.label().orElse(NO_LABEL);
    String expected = review.sentiment().name();
    boolean isWrong = !label.equals(expected) && scored.label().isPresent();
    print(
        ROW,
        scored.score().map(score -> String.format(Locale.ROOT, "%.4f", score)).orElse("-"),
        coloured(label, colour(label)) + padding(label, LABEL_COLUMNS),
        expected,
        isWrong ? coloured(WRONG, Style.bold, Style.fg_yellow) : padded("", WRONG.length()),
        Summary.milliseconds(latency),
        shortened(onOneLine(review.text())));
  }

  /** Prints a dead letter in words. */
  void deadLetter(Outcome.DeadLettered letter, Ledger.Returned returned) {
    String cause =
        returned.event() instanceof PlannedEvent.Malformed malformed
            ? "A malformed event was sent on purpose: " + malformed.description() + "."
            : "The event " + letter.id() + " was not scored.";
    paragraph(
        String.format(
            Locale.ROOT,
            "%s It went to the topic %s after %s. Reason: %s (%s).",
            cause,
            letter.topic(),
            Summary.milliseconds(returned.latency()),
            letter.reason(),
            letter.message()));
  }

  /** Prints a text with a mark before it, wrapped at the terminal's width. */
  private void paragraph(String text) {
    int columns = Math.max(MIN_PARAGRAPH_COLUMNS, width - BULLET.length());
    StringBuilder line = new StringBuilder();
    String start = BULLET;
    for (String word : onOneLine(text).split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > columns) {
        out.println(coloured(start + line, Style.fg_yellow));
        start = " ".repeat(BULLET.length());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    out.println(coloured(start + line, Style.fg_yellow));
    out.flush();
  }

  private void print(String format, Object... columns) {
    out.println(String.format(Locale.ROOT, format, columns));
    out.flush();
  }

  private static Style colour(String label) {
    if (label.equals(NO_LABEL)) {
      return Style.fg_yellow;
    }
    return label.equals(Sentiment.POSITIVE.name()) ? Style.fg_green : Style.fg_red;
  }

  private String coloured(String text, Style... styles) {
    return ansi.enabled() ? Style.on(styles) + text + Style.off(styles) : text;
  }

  private static String padded(String text, int columns) {
    return text + padding(text, columns);
  }

  /** Returns spaces, to be printed after a colour's escape sequence, which has no width. */
  private static String padding(String text, int columns) {
    return " ".repeat(Math.max(0, columns - text.length()));
  }

  private static String onOneLine(String text) {
    return NOT_PRINTED.matcher(BREAKS.matcher(text).replaceAll(" ")).replaceAll(" ").strip();
  }

  private String shortened(String line) {
    int columns = Math.max(MIN_TEXT_COLUMNS, width - COLUMNS_BEFORE_TEXT);
    if (line.codePointCount(0, line.length()) <= columns) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, columns - 3)) + "...";
  }
}
