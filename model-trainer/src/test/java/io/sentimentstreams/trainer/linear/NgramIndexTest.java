package io.sentimentstreams.trainer.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NgramIndexTest {

  @Test
  void tokensAreWordsAndMarks() {
    assertThat(LinearTokens.of("It's GREAT!!<br /><br />Or not?\n(8/10) très-bien, 좋아요."))
        .containsExactly(
            "it's", "great", "!", "!", "or", "not", "?", "8", "10", "très", "bien", "좋아요");
    assertThat(LinearTokens.of("<br/> ... ")).isEmpty();
  }

  @Test
  void onlyNgramsOfTwoTextsHaveNumbers() {
    NgramIndex index =
        new NgramCounter(3, 2).index(List.of("not a good film", "not a bad film", "a a a a"));

    // not, a, film; "not a". The third text repeats "a a", but counts once.
    assertThat(index.size()).isEqualTo(4);
    assertThat(index.features("not a film")).containsExactly(0, 1, 2, 3);
    assertThat(index.features("film film a")).hasSize(2);
    assertThat(index.features("a not")).hasSize(2);
    assertThat(index.features("unheard of")).isEmpty();
    assertThat(index.features("")).isEmpty();
  }

  @Property(tries = 200)
  void featuresMatchNgramsCountedAsStrings(
      @ForAll("texts") List<String> texts,
      @ForAll @IntRange(min = 1, max = 4) int longest,
      @ForAll @IntRange(min = 1, max = 3) int leastTexts) {
    Map<String, Integer> counts = new HashMap<>();
    texts.forEach(
        text -> ngrams(text, longest).forEach(ngram -> counts.merge(ngram, 1, Math::addExact)));
    Set<String> kept = new HashSet<>(counts.keySet());
    kept.removeIf(ngram -> counts.getOrDefault(ngram, 0) < leastTexts);

    NgramIndex index = new NgramCounter(longest, leastTexts).index(texts);

    assertThat(index.size()).isEqualTo(kept.size());
    Map<String, Set<Integer>> textsWithNgram = new HashMap<>();
    Map<Integer, Set<Integer>> textsWithNumber = new HashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      int text = i;
      Set<String> expected = ngrams(texts.get(i), longest);
      expected.retainAll(kept);
      expected.forEach(
          ngram -> textsWithNgram.computeIfAbsent(ngram, key -> new HashSet<>()).add(text));
      int[] features = index.features(texts.get(i));
      assertThat(features).hasSize(expected.size()).isSorted().doesNotHaveDuplicates();
      for (int feature : features) {
        textsWithNumber.computeIfAbsent(feature, key -> new HashSet<>()).add(text);
      }
    }
    assertThat(textsWithNumber.values())
        .containsExactlyInAnyOrderElementsOf(textsWithNgram.values());
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.of("a", "b", "c", "d!")
        .list()
        .ofMaxSize(8)
        .map(words -> String.join(" ", words))
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  private static Set<String> ngrams(String text, int longest) {
    List<String> words = LinearTokens.of(text);
    Set<String> ngrams = new HashSet<>();
    for (int from = 0; from < words.size(); from++) {
      for (int to = from + 1; to <= Math.min(words.size(), from + longest); to++) {
        ngrams.add(String.join(" ", words.subList(from, to)));
      }
    }
    return ngrams;
  }

  @Test
  void logCountRatiosMatchManualComputation() {
    List<String> texts = List.of("good film", "good bad film", "bad", "film film");
    boolean[] positive = {true, true, false, false};
    NgramIndex index = new NgramCounter(1, 2).index(texts);
    int[][] features = texts.stream().map(index::features).toArray(int[][]::new);

    double[] ratios = LogCountRatio.of(features, positive, index.size());

    // Counts plus one: good 3 and 1, film 3 and 2, bad 2 and 2; sums 8 and 5.
    assertThat(ratios[index.features("good")[0]])
        .isCloseTo(Math.log(3 / 8.0 / (1 / 5.0)), within(1e-12));
    assertThat(ratios[index.features("film")[0]])
        .isCloseTo(Math.log(3 / 8.0 / (2 / 5.0)), within(1e-12));
    assertThat(ratios[index.features("bad")[0]])
        .isCloseTo(Math.log(2 / 8.0 / (2 / 5.0)), within(1e-12));
  }
}
