package io.sentimentstreams.model.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NGramsTest {

  private static final List<String> WORDS = List.of("the", "cat", "sat", "on", "the", "cat");

  @Test
  void bagHoldsWordsAndPairsInTheirOrder() {
    assertThat(NGrams.ofWords(1, 2).set(WORDS))
        .containsExactly("the", "the cat", "cat", "cat sat", "sat", "sat on", "on", "on the");
  }

  @Test
  void countsSayHowOftenEachOccurs() {
    assertThat(NGrams.ofWords(2, 2).counts(WORDS))
        .containsEntry("the cat", 2)
        .containsEntry("cat sat", 1)
        .hasSize(4);
  }

  @Test
  void charactersFollowEachOtherWithoutASpace() {
    assertThat(NGrams.ofCharacters(3, 3).list(List.of("a", "b", "c", "d")))
        .containsExactly("abc", "bcd");
  }

  @Test
  void textShorterThanNHasNone() {
    assertThat(NGrams.ofWords(3, 5).set(List.of("a", "b"))).isEmpty();
  }

  @Test
  void rangeThatRunsBackwardsIsRefused() {
    assertThatThrownBy(() -> NGrams.ofWords(3, 2)).hasMessageContaining("3 to 2");
    assertThatThrownBy(() -> NGrams.ofWords(0, 2)).hasMessageContaining("0 to 2");
  }

  @Property
  void thereAreAsManyAsThereArePlacesForThem(
      @ForAll @Size(max = 12) List<String> tokens, @ForAll @IntRange(min = 1, max = 5) int n) {
    int expected = Math.max(0, tokens.size() - n + 1);
    NGrams ngrams = new NGrams(n, n, "|");
    assertThat(ngrams.list(tokens)).hasSize(expected);
    assertThat(ngrams.counts(tokens).values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(expected);
  }
}
