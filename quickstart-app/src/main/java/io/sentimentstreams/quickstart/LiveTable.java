package io.sentimentstreams.quickstart;

import io.sentimentstreams.quickstart.review.LabelledReview;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Prints a row for each score and a paragraph for each dead letter. The first review without a
 * label is explained, once for each reason and language. The table has colours only on terminals
 * that show them. Not thread-safe.
 */
final class LiveTable {

  /** Line breaks of the IMDB data set. */
  private static final Pattern BREAKS = Pattern.compile("<br ?/?>");

  /** A terminal would execute control characters in a review. */
  private static final Pattern NOT_PRINTED = Pattern.compile("[\\p{Cc}\\p{Cf}\\s]+");

  private static final String NO_ANSWER = "no answer";
  private static final String WRONG = "WRONG";
  private static final String NONE = "-";
  private static final int NUMBER_COLUMNS = 6;
  private static final int ROUTE_COLUMNS = 5;
  private static final int LATENCY_COLUMNS = 7;
  private static final int MIN_TEXT_COLUMNS = 20;
  private static final int MIN_PARAGRAPH_COLUMNS = 40;
  private static final String SEPARATOR = "  ";
  private static final String BULLET = "!  ";

  private final PrintWriter out;
  private final Ansi ansi;
  private final int width;
  private final TableLayout layout;
  private final int labelColumns;
  private final Set<String> explained = new HashSet<>();

  /**
   * Creates a table.
   *
   * @param width the terminal's width, in characters
   * @param layout the columns
   */
  LiveTable(PrintWriter out, Ansi ansi, int width, TableLayout layout) {
    this.out = out;
    this.ansi = ansi;
    this.width = width;
    this.layout = layout;
    labelColumns = Math.max(NO_ANSWER.length(), layout.labelColumns());
  }

  /** Prints the names of the columns. */
  void header() {
    row(
        layout.number(),
        "ROUTE",
        TextWidth.padded("LABEL", labelColumns),
        "EXPECTED",
        TextWidth.padded("", WRONG.length()),
        "LATENCY",
        "REVIEW");
  }

  /**
   * Prints a score.
   *
   * @param latency in nanoseconds
   */
  void score(Outcome.Scored scored, LabelledReview review, long latency) {
    Optional<Boolean> isExpected = scored.label().flatMap(review::expects);
    String label = TextWidth.shortened(onOneLine(scored.label().orElse(NO_ANSWER)), labelColumns);
    boolean isWrong = isExpected.isPresent() && !isExpected.get();
    row(
        scored.shown().map(number -> String.format(Locale.ROOT, "%.4f", number)).orElse(NONE),
        onOneLine(scored.route().orElse(NONE)),
        coloured(label, colour(scored, isExpected)) + padding(label, labelColumns),
        onOneLine(review.expected().orElse(NONE)),
        isWrong
            ? coloured(WRONG, Style.bold, Style.fg_yellow)
            : TextWidth.padded("", WRONG.length()),
        Summary.milliseconds(latency),
        onOneLine(review.text()));
    scored.noAnswer().ifPresent(noAnswer -> explain(noAnswer, scored.language()));
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

  private void explain(NoAnswer noAnswer, Optional<String> language) {
    String cause = noAnswer.reason() + (language.isPresent() ? " " + language.get() : "");
    if (explained.add(cause)) {
      paragraph(noAnswer.sentence(language));
    }
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

  /** Prints a row. The label and the mark have their width already. */
  private void row(
      String number,
      String route,
      String label,
      String expected,
      String mark,
      String latency,
      String text) {
    StringBuilder line = new StringBuilder();
    int used = NUMBER_COLUMNS + SEPARATOR.length();
    line.append(TextWidth.padded(number, NUMBER_COLUMNS)).append(SEPARATOR);
    if (layout.showsRoute()) {
      used += ROUTE_COLUMNS + SEPARATOR.length();
      line.append(fitted(route, ROUTE_COLUMNS)).append(SEPARATOR);
    }
    line.append(label).append(SEPARATOR);
    line.append(fitted(expected, layout.labelColumns())).append(SEPARATOR);
    line.append(mark).append(SEPARATOR);
    line.append(" ".repeat(Math.max(0, LATENCY_COLUMNS - latency.length())));
    line.append(latency).append(SEPARATOR);
    used += labelColumns + layout.labelColumns() + WRONG.length() + LATENCY_COLUMNS;
    used += 4 * SEPARATOR.length();
    line.append(TextWidth.shortened(text, Math.max(MIN_TEXT_COLUMNS, width - used)));
    out.println(line);
    out.flush();
  }

  private static String fitted(String text, int columns) {
    return TextWidth.padded(TextWidth.shortened(text, columns), columns);
  }

  private static Style colour(Outcome.Scored scored, Optional<Boolean> isExpected) {
    if (scored.label().isEmpty()) {
      return Style.fg_yellow;
    }
    return switch (scored.label().get()) {
      case "POSITIVE" -> Style.fg_green;
      case "NEGATIVE" -> Style.fg_red;
      default -> isExpected.orElse(true) ? Style.fg_cyan : Style.fg_magenta;
    };
  }

  private String coloured(String text, Style... styles) {
    return ansi.enabled() ? Style.on(styles) + text + Style.off(styles) : text;
  }

  /** Returns spaces, to be printed after a colour's escape sequence, which has no width. */
  private static String padding(String text, int columns) {
    return " ".repeat(Math.max(0, columns - TextWidth.of(text)));
  }

  private static String onOneLine(String text) {
    return NOT_PRINTED.matcher(BREAKS.matcher(text).replaceAll(" ")).replaceAll(" ").strip();
  }
}
