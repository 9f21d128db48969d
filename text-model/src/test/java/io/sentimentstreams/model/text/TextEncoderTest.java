package io.sentimentstreams.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TextEncoderTest {

  private static final Tokenizer TOKENIZER =
      Tokenizer.fit(
          TokenizerSettings.keras().withNumWords(4).withOovToken("<oov>"),
          List.of("a good film", "a good book", "a b c d e f"));

  @Test
  void countsTokensUnknownTokensAndTruncatedTokens() {
    EncodedText encoded = encoder(3, Side.PRE).encode("A good, strange film: good!");
    assertThat(encoded.ids()).containsExactly(1, 1, 3);
    assertThat(encoded.tokens()).isEqualTo(5);
    assertThat(encoded.outOfVocabulary()).isEqualTo(2);
    assertThat(encoded.truncated()).isEqualTo(2);
  }

  @Test
  void truncatesOnTheConfiguredSide() {
    assertThat(encoder(2, Side.POST).encode("a good film").ids()).containsExactly(2, 3);
    assertThat(encoder(2, Side.PRE).encode("a good film").ids()).containsExactly(3, 1);
  }

  @Test
  void aTextOfPunctuationHasNoToken() {
    EncodedText encoded = encoder(2, Side.PRE).encode("?! ... \n");
    assertThat(encoded.ids()).isEmpty();
    assertThat(encoded.tokens()).isZero();
  }

  @Property
  void sequencesEqualThoseOfKerasPaddingWithoutItsZeros(
      @ForAll @StringLength(max = 60) String text, @ForAll @IntRange(min = 1, max = 9) int length) {
    int[] padded =
        new Padding(Optional.of(length), Side.PRE, Side.PRE, 0)
            .pad(List.of(TOKENIZER.sequence(text)))[0];
    int[] bare = Arrays.stream(padded).filter(id -> id != 0).toArray();
    assertThat(encoder(length, Side.PRE).encode(text).ids()).containsExactly(bare);
  }

  @Property
  void aTokenizerReadFromJsonGivesTheSameSequences(
      @ForAll List<@StringLength(max = 30) String> texts,
      @ForAll @StringLength(max = 60) String text) {
    Tokenizer fitted = Tokenizer.fit(TokenizerSettings.keras().withOovToken("<oov>"), texts);
    Tokenizer read = KerasTokenizerJson.read(KerasTokenizerJson.write(fitted));
    assertThat(read.sequence(text)).containsExactly(fitted.sequence(text));
    for (String each : texts) {
      assertThat(read.sequence(each)).containsExactly(fitted.sequence(each));
    }
  }

  private static TextEncoder encoder(int length, Side truncating) {
    return new TextEncoder(TOKENIZER, new SequenceSettings(length, Side.PRE, truncating));
  }
}
