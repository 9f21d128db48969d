package io.sentimentstreams.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.quickstart.review.LabelledReview;
import io.sentimentstreams.schemas.AbstainReason;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class LiveTableTest {

  private static final List<String> BINARY = List.of("NEGATIVE", "POSITIVE");

  private final StringWriter printed = new StringWriter();

  @Test
  void alignsRowsWithTheHeader() {
    LiveTable table = table(Ansi.OFF, 80);
    table.header();
    table.score(scored("POSITIVE"), review("A fine film."), 12_000_000);
    table.score(scored("NEGATIVE"), review("A fine film."), 9_000_000);
    table.score(notAnswered("LOW_CONFIDENCE", 0.5), review("A fine film."), 123_000_000);

    assertThat(printed.toString().lines().limit(4))
        .containsExactly(
            "SCORE   LABEL      EXPECTED         LATENCY  REVIEW",
            "0.9876  POSITIVE   POSITIVE            12ms  A fine film.",
            "0.9876  NEGATIVE   POSITIVE  WRONG      9ms  A fine film.",
            "0.5000  no answer  POSITIVE           123ms  A fine film.");
  }

  @Test
  void showsRoutesAndExplainsEachReasonOnce() {
    LiveTable table = table(Ansi.OFF, 80, TableLayout.of("SCORE", BINARY, true));
    LabelledReview review =
        new LabelledReview("a", "film", Optional.empty(), "Text", Optional.empty());
    table.header();
    table.score(scored("POSITIVE", "en"), review, 12_000_000);
    for (String language : new String[] {"de", "de", "fr"}) {
      table.score(notAnswered(Optional.of(language), "UNSUPPORTED_LANGUAGE"), review, 12_000_000);
    }

    String row = "-       -      no answer  -                   12ms  Text";
    assertThat(printed.toString().replaceAll("\\R   ", " ").lines())
        .containsExactly(
            "SCORE   ROUTE  LABEL      EXPECTED         LATENCY  REVIEW",
            "0.9876  en     POSITIVE   -                   12ms  Text",
            row,
            "!  No answer: the review is in German, and no model is for this language"
                + " (UNSUPPORTED_LANGUAGE).",
            row,
            row,
            "!  No answer: the review is in French, and no model is for this language"
                + " (UNSUPPORTED_LANGUAGE).");
  }

  @Test
  void namesUnknownTokens() {
    table(Ansi.OFF, 80).score(notAnswered(Optional.empty(), "OUT_OF_VOCABULARY"), review("a"), 0);

    assertThat(onOneLine()).contains("the model knows 1 of the 3 tokens (OUT_OF_VOCABULARY)");
  }

  @Test
  void showsProbabilitiesOfAnyLabelSet() {
    List<String> labels = List.of("card_arrival", "x".repeat(64));
    LiveTable table = table(Ansi.OFF, 90, TableLayout.of("PROB", labels, false));
    LabelledReview review =
        new LabelledReview("a", "i", Optional.of("card_arrival"), "Where?", Optional.empty());
    table.header();
    table.score(nominal("card_arrival"), review, 0);
    table.score(nominal("x".repeat(64)), review, 0);

    assertThat(printed.toString().lines())
        .containsExactly(
            "PROB    LABEL                     EXPECTED                         LATENCY  REVIEW",
            "0.7500  card_arrival              card_arrival                         0ms  Where?",
            "0.7500  xxxxxxxxxxxxxxxxxxxxx...  card_arrival              WRONG      0ms  Where?");
  }

  @Test
  void countsWideCharactersTwice() {
    table(Ansi.OFF, 80).score(scored("POSITIVE"), review("\ud55c".repeat(50)), 0);

    assertThat(TextWidth.of(printed.toString().stripTrailing())).isBetween(79, 80);
    assertThat(printed.toString().stripTrailing()).endsWith("\ud55c...");
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
    return table(ansi, width, TableLayout.of("SCORE", BINARY, false));
  }

  private LiveTable table(Ansi ansi, int width, TableLayout layout) {
    return new LiveTable(new PrintWriter(printed), ansi, width, layout);
  }

  private String onOneLine() {
    return printed.toString().replaceAll("\\s+", " ");
  }

  private static String withoutColours(String text) {
    return text.replaceAll("\u001b\\[[0-9;]*m", "");
  }

  private static Outcome.Scored scored(String label) {
    return scored(label, "*");
  }

  private static Outcome.Scored scored(String label, String route) {
    return new Outcome.Scored(
        "a",
        Optional.of(label),
        Optional.of(0.98761),
        Optional.of(0.98761),
        Optional.empty(),
        Optional.of(route),
        Optional.empty());
  }

  private static Outcome.Scored nominal(String label) {
    return new Outcome.Scored(
        "a",
        Optional.of(label),
        Optional.empty(),
        Optional.of(0.75),
        Optional.empty(),
        Optional.of("*"),
        Optional.empty());
  }

  private static Outcome.Scored notAnswered(String reason, double score) {
    return new Outcome.Scored(
        "a",
        Optional.empty(),
        Optional.of(score),
        Optional.of(score),
        Optional.empty(),
        Optional.of("*"),
        Optional.of(new NoAnswer(AbstainReason.valueOf(reason), 3, 0)));
  }

  private static Outcome.Scored notAnswered(Optional<String> language, String reason) {
    return new Outcome.Scored(
        "a",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        language,
        Optional.empty(),
        Optional.of(new NoAnswer(AbstainReason.valueOf(reason), 3, 2)));
  }

  private static Outcome.DeadLettered letter(String message) {
    return new Outcome.DeadLettered("a", "dead-letters", "NO_TEXT", message);
  }

  private static Ledger.Returned returned(PlannedEvent event) {
    return new Ledger.Returned(event, 9_000_000);
  }

  private static LabelledReview review(String text) {
    return new LabelledReview("a", "film", Optional.of("POSITIVE"), text, Optional.empty());
  }
}
