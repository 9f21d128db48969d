package io.sentimentstreams.model.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Start index, offset and bound of {@code imdb.load_data}. */
class IndexOffsetsTest {

  private static final List<String> WORDS = List.of("the", "and", "a", "film", "good", "bad");

  @Property
  void sequencesEqualThoseOfLoadData(
      @ForAll List<@IntRange(max = 7) Integer> text,
      @ForAll @IntRange(max = 4) int indexFrom,
      @ForAll @IntRange(min = 5, max = 14) int numWords) {
    IndexOffsets offsets = new IndexOffsets(Optional.of(1), indexFrom, Optional.of(2), numWords);
    List<Integer> expected = new ArrayList<>(List.of(1));
    StringBuilder typed = new StringBuilder();
    for (int word : text) {
      boolean known = word < WORDS.size();
      typed.append(known ? WORDS.get(word) : "unknown" + word).append(' ');
      int index = word + 1 + indexFrom;
      expected.add(known && index < numWords ? index : 2);
    }
    EncodedText encoded = encoder(TokenizerSettings.keras(), offsets).encode(typed.toString());
    assertThat(encoded.ids()).containsExactly(expected.stream().mapToInt(id -> id).toArray());
    assertThat(encoded.tokens()).isEqualTo(text.size());
    assertThat(encoded.outOfVocabulary())
        .isEqualTo(
            (int)
                text.stream()
                    .filter(word -> word >= WORDS.size() || word + 1 + indexFrom >= numWords)
                    .count());
  }

  @Test
  void tokensOfTheTextGiveTheSameSequence() {
    TextEncoder encoder =
        encoder(TokenizerSettings.keras(), new IndexOffsets(Optional.of(1), 3, Optional.of(2), 8));
    String text = "The bad film, a good unknown";
    assertThat(encoder.encode(encoder.indexed(text)).ids())
        .containsExactly(encoder.encode(text).ids())
        .containsExactly(1, 4, 2, 7, 6, 2, 2);
    assertThat(encoder.indexed(text).stream().filter(token -> !token.known()))
        .extracting(TextToken::token)
        .containsExactly("bad", "good", "unknown");
    assertThat(encoder.indexBound()).isEqualTo(8);
  }

  @Test
  void startIndexIsTruncatedAsPartOfTheSequence() {
    IndexOffsets offsets = new IndexOffsets(Optional.of(1), 3, Optional.of(2), 20);
    Tokenizer tokenizer = tokenizer(TokenizerSettings.keras());
    assertThat(
            new TextEncoder(
                    tokenizer, new SequenceSettings(2, Side.PRE, Side.PRE).withOffsets(offsets))
                .encode("the and a"))
        .satisfies(encoded -> assertThat(encoded.ids()).containsExactly(5, 6))
        .extracting(EncodedText::truncated)
        .isEqualTo(2);
    assertThat(
            new TextEncoder(
                    tokenizer, new SequenceSettings(2, Side.PRE, Side.POST).withOffsets(offsets))
                .encode("the and a")
                .ids())
        .containsExactly(1, 4);
  }

  @Test
  void emptyTextIsTheStartIndex() {
    IndexOffsets offsets = new IndexOffsets(Optional.of(1), 3, Optional.empty(), 20);
    assertThat(encoder(TokenizerSettings.keras(), offsets).encode(" ").ids()).containsExactly(1);
  }

  @Test
  void unknownTokensAreShiftedOutOfVocabularyTokensOrOmitted() {
    IndexOffsets offsets = new IndexOffsets(Optional.empty(), 3, Optional.empty(), 20);
    assertThat(encoder(TokenizerSettings.keras(), offsets).encode("the unknown and").ids())
        .containsExactly(4, 5);
    TokenizerSettings oov = TokenizerSettings.keras().withOovToken("film");
    assertThat(encoder(oov, offsets).encode("the unknown and").ids()).containsExactly(4, 7, 5);
  }

  @Test
  void numWordsOfTheTokenizerBoundsItsOwnIndices() {
    IndexOffsets offsets = new IndexOffsets(Optional.of(1), 3, Optional.of(2), 20);
    assertThat(
            encoder(TokenizerSettings.keras().withNumWords(3), offsets)
                .encode("the and a film")
                .ids())
        .containsExactly(1, 4, 5, 2, 2);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 3, 2, 20, startId",
    "20, 3, 2, 20, startId",
    "1, -1, 2, 20, indexFrom",
    "1, 20, 2, 20, indexFrom",
    "1, 3, 0, 20, oovId",
    "1, 3, 20, 20, oovId",
    "1, 3, 2, 0, numWords"
  })
  void impossibleIndicesAreRejected(
      int startId, int indexFrom, int oovId, int numWords, String name) {
    assertThatThrownBy(
            () -> new IndexOffsets(Optional.of(startId), indexFrom, Optional.of(oovId), numWords))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name);
  }

  private static TextEncoder encoder(TokenizerSettings settings, IndexOffsets offsets) {
    return new TextEncoder(
        tokenizer(settings), new SequenceSettings(1000, Side.PRE, Side.PRE).withOffsets(offsets));
  }

  private static Tokenizer tokenizer(TokenizerSettings settings) {
    Map<String, Integer> index = new LinkedHashMap<>();
    for (String word : WORDS) {
      index.put(word, index.size() + 1);
    }
    return new Tokenizer(settings, index, Map.of(), Map.of(), 1);
  }
}
