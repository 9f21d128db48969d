package io.sentimentstreams.model.text.vectorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.model.text.IdBuffer;
import io.sentimentstreams.model.text.TextIndexer.TokenCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of {@code TextVectorization} for arbitrary texts. */
class TextVectorizationPropertyTest {

  private static final TextVectorization WORDS =
      layer(Splitting.WHITESPACE, List.of(), OutputMode.INT);
  private static final TextVectorization BIGRAMS =
      layer(Splitting.WHITESPACE, List.of(1, 2), OutputMode.INT);
  private static final TextVectorization COUNTS =
      layer(Splitting.WHITESPACE, List.of(1, 2), OutputMode.COUNT);
  private static final TextVectorization CHARACTERS =
      layer(Splitting.CHARACTER, List.of(), OutputMode.INT);

  private static TextVectorization layer(
      Splitting splitting, List<Integer> ngrams, OutputMode mode) {
    return new TextVectorization(
        new TextVectorizationSettings(
            Standardization.LOWER_AND_STRIP_PUNCTUATION,
            splitting,
            ngrams,
            Optional.empty(),
            new VectorOutput(mode, Optional.empty(), false, false)),
        List.of("a", "b", "a b", "é", "😡", "ab"),
        new float[0]);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("aAbBéÉ😡 \t\n\r\u00a0\u2028.!'\"-_\0\ud83d")
        .withChars('\u0000', '\uffff')
        .ofMaxLength(40);
  }

  @Property
  void wordsAreThoseBetweenAsciiSpaces(@ForAll("texts") String text) {
    // All but punctuation, in a separate spelling of the same rule.
    String stripped = text.replaceAll("\\p{Punct}", "");
    StringBuilder lowered = new StringBuilder();
    for (int i = 0; i < stripped.length(); i++) {
      char each = stripped.charAt(i);
      lowered.append(each < 128 ? Character.toString(each).toLowerCase(Locale.ROOT) : each);
    }
    List<String> words =
        Arrays.stream(lowered.toString().split("[ \\t\\n\\x0B\\f\\r]+", -1))
            .filter(word -> !word.isEmpty())
            .toList();

    assertThat(WORDS.tokens(text)).isEqualTo(words);
  }

  @Property
  void indicesBelongToTheTokens(@ForAll("texts") String text) {
    for (TextVectorization layer : List.of(WORDS, BIGRAMS, CHARACTERS)) {
      List<String> tokens = layer.tokens(text);
      int[] indices = layer.sequence(text);
      assertThat(indices).hasSameSizeAs(tokens);
      for (int i = 0; i < indices.length; i++) {
        int place = layer.vocabulary().indexOf(tokens.get(i));
        assertThat(indices[i]).isEqualTo(place < 0 ? 1 : place + 2);
        assertThat(layer.knows(tokens.get(i))).isEqualTo(place >= 0);
      }
      IdBuffer ids = new IdBuffer();
      TokenCount count = layer.encode(text, ids);
      assertThat(ids.copy(0, ids.size())).isEqualTo(indices).isEqualTo(layer.aligned(text));
      assertThat(count.tokens()).isEqualTo(tokens.size());
      assertThat(count.unknown())
          .isEqualTo((int) tokens.stream().filter(token -> !layer.knows(token)).count());
    }
  }

  @Property
  void bigramsFollowTheTokens(@ForAll("texts") String text) {
    List<String> expected = new ArrayList<>(WORDS.tokens(text));
    for (int i = 0; i + 1 < WORDS.tokens(text).size(); i++) {
      expected.add(WORDS.tokens(text).get(i) + " " + WORDS.tokens(text).get(i + 1));
    }

    assertThat(BIGRAMS.tokens(text)).isEqualTo(expected);
  }

  @Property
  void countsAreThoseOfTheSequence(@ForAll("texts") String text) {
    float[] counts = new float[COUNTS.width()];
    for (int index : BIGRAMS.sequence(text)) {
      counts[index - 1]++;
    }

    float[] row = new float[COUNTS.width()];
    COUNTS.row(text).forEach((column, value) -> row[column] = value);
    assertThat(row).containsExactly(counts);
  }

  @Property
  void charactersAreCodePoints(@ForAll("texts") String text) {
    List<String> codePoints =
        WORDS
            .settings()
            .standardization()
            .apply(text)
            .codePoints()
            .mapToObj(Character::toString)
            .toList();

    assertThat(CHARACTERS.tokens(text)).isEqualTo(codePoints);
  }
}
