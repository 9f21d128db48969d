package io.sentimentstreams.trainer.behave.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateTest {

  private static final SlotTables TABLES =
      SlotTables.of(
          List.of(
              "# nouns",
              ":thing:",
              "noun | part",
              "film | plot",
              "app | design",
              "book | ending",
              "",
              ":good:",
              "good",
              "great",
              "fine"));

  @Test
  void slotsOfOneTableTakeOneRow() {
    assertThat(expanded("The {part} of this {noun}"))
        .containsExactly(
            "The plot of this film", "The design of this app", "The ending of this book");
  }

  @Test
  void shorterTablesStartAgainAfterTheShift() {
    assertThat(expanded("a {noun}, {good}"))
        .containsExactly("a film, fine", "a app, great", "a book, fine");
  }

  @Test
  void spellingOfASlotSelectsTheCase() {
    assertThat(expanded("{Good} {GOOD} {good}"))
        .containsExactly("Great GREAT great", "Fine FINE fine");
  }

  @Test
  void listsAreSlots() {
    assertThat(expanded("I {like|love} it")).containsExactly("I like it", "I love it");
  }

  @Test
  void equalExpansionsCountOnce() {
    assertThat(expanded("{very|very|quite} good")).containsExactly("very good", "quite good");
  }

  @Test
  void escapesAreCharacters() {
    assertThat(expanded("a\\u00a0b\\nc\\s")).containsExactly("a\u00a0b\nc ");
  }

  @Test
  void partnersHaveTheSameValues() {
    List<List<String>> pairs =
        new Template(List.of("{good} {noun}", "{noun} {good}"), TABLES, 1).expansions();

    assertThat(pairs)
        .containsExactly(
            List.of("great app", "app great"),
            List.of("fine book", "book fine"),
            List.of("great film", "film great"));
  }

  @Test
  void unknownSlotsAreNamed() {
    assertThatThrownBy(() -> expanded("a {nuon}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nuon");
  }

  private static List<String> expanded(String template) {
    return new Template(List.of(template), TABLES, 1)
        .expansions().stream().map(texts -> texts.get(0)).toList();
  }
}
