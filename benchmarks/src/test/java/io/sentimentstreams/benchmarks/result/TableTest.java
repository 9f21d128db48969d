package io.sentimentstreams.benchmarks.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

  private final Table table =
      new Table(
          "Sizes.",
          List.of("what", "width"),
          List.of(List.of("a longer name", "7"), List.of("b", "1,000")));

  @Test
  void columnsAreAlignedOnTheTerminal() {
    assertThat(table.toText())
        .isEqualTo(
            """
            Sizes.
            what           width
            a longer name      7
            b              1,000
            """);
  }

  @Test
  void figuresAreRightAlignedOnAPage() {
    assertThat(table.toMarkdown())
        .isEqualTo(
            """
            Sizes.

            | what | width |
            |---|---:|
            | a longer name | 7 |
            | b | 1,000 |
            """);
  }

  @Test
  void aRowOfAnotherLengthIsRejected() {
    assertThatThrownBy(() -> new Table("", List.of("a", "b"), List.of(List.of("1"))))
        .hasMessageContaining("must have 2 columns");
  }
}
