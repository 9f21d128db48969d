package io.sentimentstreams.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class LiveTableTest {

  private final StringWriter printed = new StringWriter();

  @Test
  void alignsRowsWithTheHeader() {
    LiveTable table = table(Ansi.OFF, 80);
    table.header();
    table.score(scored("POSITIVE"), review("A fine film."), 12_000_000);
    table.score(scored("NEGATIVE"), review("A fine film."), 9_000_000);
    table.score(
        new Outcome.Scored("a", Optional.empty(), Optional.empty()),
        review("A fine film."),
        123_000_000);

    assertThat(printed.toString().lines())
        .containsExactly(
            "SCORE   LABEL      EXPECTED         LATENCY  REVIEW",
            "0.9876  POSITIVE   POSITIVE            12ms  A fine film.",
            "0.9876  NEGATIVE   POSITIVE  WRONG      9ms  A fine film.",
            "-       (none)     POSITIVE           123ms  A fine film.");
  }

  @Test
  void coloursDoNotMoveTheColumns() {
    table(Ansi.ON, 80).score(scored("NEGATIVE"), review("A fine film."), 12_000_000);
    String coloured = printed.toString();
    printed.getBuffer().setLength(0);
    table(Ansi.OFF, 80).score(scored("NEGATIVE"), review("A fine film."), 12_000_000);

    assertThat(coloured).contains("\u001b[31m");
    assertThat(withoutColours(coloured)).isEqualTo(printed.toString());
  }

  @Test
  void shortensTextsToTheTerminalsWidth() {
    table(Ansi.OFF, 80).score(scored("POSITIVE"), review("word ".repeat(50)), 0);

    assertThat(printed.toString().stripTrailing()).hasSize(80).endsWith("...");
  }

  @Test
  void printsNoControlCharactersOfATextOrMessage() {
    LiveTable table = table(Ansi.OFF, 80);
    String hostile = "one\n\u001b[2Jtwo\u009b3<br />four\u202efive";
    table.score(scored("POSITIVE"), review(hostile), 0);
    table.deadLetter(letter(hostile), returned(new PlannedEvent.NotAvro("a")));

    assertThat(printed.toString()).containsSubsequence("one [2Jtwo 3 four five", "(one [2Jtwo 3");
    assertThat(printed.toString().replaceAll("\\R", "")).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
  }

  @Test
  void saysThatAMalformedEventWasSentOnPurpose() {
    table(Ansi.OFF, 100)
        .deadLetter(letter("the text is empty"), returned(new PlannedEvent.EmptyText("a")));

    assertThat(onOneLine())
        .contains("on purpose", "without text", "dead-letters", "9ms", "NO_TEXT")
        .contains("(the text is empty)");
  }

  @Test
  void namesAReviewThatWasNotScored() {
    PlannedEvent review = new PlannedEvent.Review("a", review("A fine film."));
    table(Ansi.OFF, 100).deadLetter(letter("too long"), returned(review));

    assertThat(onOneLine()).contains("The event a was not scored.").doesNotContain("on purpose");
  }

  @Test
  void wrapsDeadLettersAtTheTerminalsWidth() {
    PlannedEvent event = new PlannedEvent.NotAvro("a");
    table(Ansi.ON, 60).deadLetter(letter("word ".repeat(50)), returned(event));

    assertThat(withoutColours(printed.toString()).lines())
        .hasSizeGreaterThan(4)
        .allMatch(line -> line.length() <= 60)
        .allMatch(line -> line.startsWith("!  ") || line.startsWith("   "));
  }

  private LiveTable table(Ansi ansi, int width) {
    return new LiveTable(new PrintWriter(printed), ansi, width);
  }

  private String onOneLine() {
    return printed.toString().replaceAll("\\s+", " ");
  }

  private static String withoutColours(String text) {
    return text.replaceAll("\u001b\\[[0-9;]*m", "");
  }

  private static Outcome.Scored scored(String label) {
    return new Outcome.Scored("a", Optional.of(0.98761), Optional.of(label));
  }

  private static Outcome.DeadLettered letter(String message) {
    return new Outcome.DeadLettered("a", "dead-letters", "NO_TEXT", message);
  }

  private static Ledger.Returned returned(PlannedEvent event) {
    return new Ledger.Returned(event, 9_000_000);
  }

  private static LabelledReview review(String text) {
    return new LabelledReview("a", "film", Sentiment.POSITIVE, text);
  }
}
