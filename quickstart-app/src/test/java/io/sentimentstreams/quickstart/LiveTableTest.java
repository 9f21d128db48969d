package io.sentimentstreams.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class LiveTableTest {

  private final StringWriter printed = new StringWriter();

  @Test
  void rowsStandBelowTheHeader() {
    LiveTable table = table(Ansi.OFF, 80);
    table.header();
    table.row(scored(), review("A fine film."), 0.5, 12_000_000);
    table.row(new Outcome.DeadLettered("b", "NO_TEXT", "the text is empty"), 9_000_000);

    assertThat(printed.toString().lines())
        .containsExactly(
            "SCORE   LABEL     EXPECTED  RIGHT  LATENCY  REVIEW",
            "0.9876  POSITIVE  POSITIVE   50 %     12ms  A fine film.",
            "-       REFUSED                        9ms  NO_TEXT: the text is empty");
  }

  @Test
  void coloursDoNotMoveTheColumns() {
    table(Ansi.ON, 80).row(scored(), review("A fine film."), 1, 12_000_000);
    String coloured = printed.toString();
    printed.getBuffer().setLength(0);
    table(Ansi.OFF, 80).row(scored(), review("A fine film."), 1, 12_000_000);

    assertThat(coloured).contains("\u001b[32m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(printed.toString());
  }

  @Test
  void cutsTextsAtTheTerminalsWidth() {
    table(Ansi.OFF, 80).row(scored(), review("word ".repeat(50)), 1, 0);

    assertThat(printed.toString().stripTrailing()).hasSize(80).endsWith("...");
  }

  @Test
  void doesNotObeyWhatATextSaysToTheTerminal() {
    table(Ansi.OFF, 80).row(scored(), review("one\n\u001b[2Jtwo\u009b3<br />four\u202efive"), 1, 0);

    assertThat(printed.toString().strip()).endsWith("  one [2Jtwo 3 four five");
  }

  private LiveTable table(Ansi ansi, int width) {
    return new LiveTable(new PrintWriter(printed), ansi, width);
  }

  private static Outcome.Scored scored() {
    return new Outcome.Scored("a", 0.98761, "POSITIVE");
  }

  private static LabelledReview review(String text) {
    return new LabelledReview("a", "film", Sentiment.POSITIVE, text);
  }
}
