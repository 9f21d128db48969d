package io.sentimentstreams.quickstart;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.Help.Ansi;

/**
 * Prints a row for each outcome: plain ASCII around the texts, colours only where they are seen.
 */
final class LiveTable {

  /** Line breaks as the IMDB data set has them. */
  private static final Pattern BREAKS = Pattern.compile("<br ?/?>");

  /** A terminal would obey control characters in somebody else's text. */
  private static final Pattern NOT_PRINTED = Pattern.compile("[\\p{Cc}\\p{Cf}\\s]+");

  private static final int LABEL_COLUMNS = 8;
  private static final int COLUMNS_BEFORE_TEXT = 44;
  private static final int NARROWEST_TEXT = 20;

  private final PrintWriter out;
  private final Ansi ansi;
  private final int textColumns;

  /**
   * A table for a terminal.
   *
   * @param width the terminal's, in characters
   */
  LiveTable(PrintWriter out, Ansi ansi, int width) {
    this.out = out;
    this.ansi = ansi;
    textColumns = Math.max(NARROWEST_TEXT, width - COLUMNS_BEFORE_TEXT);
  }

  void header() {
    out.println("SCORE   LABEL     EXPECTED  RIGHT  LATENCY  REVIEW");
    out.flush();
  }

  /**
   * Prints a score.
   *
   * @param review what was scored
   * @param share of scores that agreed with the reader so far, 0 to 1
   * @param latency in nanoseconds
   */
  void row(Outcome.Scored scored, LabelledReview review, double share, long latency) {
    String score = String.format(Locale.ROOT, "%.4f", scored.score());
    String colour = scored.label().equals(Sentiment.POSITIVE.name()) ? "green" : "red";
    String reader = review.sentiment().name();
    String right = Math.round(100 * share) + " %";
    print(score, label(scored.label(), colour), reader, right, latency, review.text());
  }

  /**
   * Prints a dead letter.
   *
   * @param latency in nanoseconds
   */
  void row(Outcome.DeadLettered letter, long latency) {
    String why = letter.reason() + ": " + letter.message();
    print("-", label("REFUSED", "yellow"), "", "", latency, why);
  }

  /** Padded outside the colour, which has a length but no width. */
  private String label(String label, String colour) {
    return ansi.string("@|" + colour + " " + label + "|@")
        + " ".repeat(Math.max(0, LABEL_COLUMNS - label.length()));
  }

  private void print(
      String score, String label, String reader, String right, long latency, String text) {
    out.println(
        String.format(
            Locale.ROOT,
            "%-6s  %s  %-8s  %5s  %7s  %s",
            score,
            label,
            reader,
            right,
            Summary.milliseconds(latency),
            shortened(text)));
    out.flush();
  }

  private String shortened(String text) {
    String line = NOT_PRINTED.matcher(BREAKS.matcher(text).replaceAll(" ")).replaceAll(" ").strip();
    if (line.codePointCount(0, line.length()) <= textColumns) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, textColumns - 3)) + "...";
  }
}
