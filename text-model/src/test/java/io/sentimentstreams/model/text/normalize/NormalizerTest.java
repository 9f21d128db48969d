package io.sentimentstreams.model.text.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.model.text.TokenizerSettings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts as people type them. The tables write characters outside of ASCII as in Java. */
class NormalizerTest {

  private static final Tokenizer SPLITTER = Tokenizer.fit(TokenizerSettings.keras(), List.of());

  @ParameterizedTest(name = "{0}: {1}")
  @CsvFileSource(resources = "golden.csv", numLinesToSkip = 1, quoteCharacter = '~')
  void aRuleGivesItsNormalText(String rule, String typed, String normal) {
    String text = unescaped(typed);
    assertThat(Normalizer.STANDARD.normalize(text)).as(rule).isEqualTo(unescaped(normal));
    assertThat(Normalizer.STANDARD.normalize(unescaped(normal))).isEqualTo(unescaped(normal));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvFileSource(resources = "pairs.csv", numLinesToSkip = 1, quoteCharacter = '~')
  void typedTextsHaveTheTokensOfPlainOnes(String typed, String plain) {
    assertThat(tokens(unescaped(typed))).isEqualTo(tokens(unescaped(plain))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "standard-1+elongated, soooo good, soo good",
        "standard-1+elongated, sooo GOOOOoood, soo GOOd",
        "standard-1+elongated, Rocky III and XXXVIII, Rocky III and XXXVIII",
        "standard-1+elongated, 1000 and 10000, 1000 and 10000",
        "standard-1+elongated, wow!!!, wow!!!",
        "standard-1+elongated, \\u314b\\u314b\\u314b\\u314b, \\u314b\\u314b",
        "standard-1+elongated, #soooGood, #sooGood",
        "standard-1+hashtags, a #BestMovieEver, a  Best Movie Ever",
        "standard-1+hashtags, #BBCNews2024!, ~ BBC News 2024!~",
        "standard-1+hashtags, #bestmovie, ~ bestmovie~",
        "standard-1+hashtags, C# and #1, C# and #1",
        "standard-1+hashtags, \\uff03\\u00c9t\\u00e9Chaud, ~ \\u00c9t\\u00e9 Chaud~",
        "standard-1+elongated+hashtags, #RockyIIIIsSoooGood, ~ Rocky III Is Soo Good~",
        "standard-1+elongated+hashtags, #RockyIII, ~ Rocky III~",
        "standard, soooo #BestMovie, soooo #BestMovie"
      })
  void optionsFoldWords(String name, String text, String folded) {
    Normalizer normalizer = Normalizer.of(name);
    assertThat(normalizer.normalize(unescaped(text))).isEqualTo(unescaped(folded));
    assertThat(normalizer.normalize(unescaped(folded))).isEqualTo(unescaped(folded));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "A plain text, isn't it? \"Yes\" - (10/10) #1 @you; e-mail: a_b@c.d\n\t~50% = $5 > 4",
        "   "
      })
  void aPlainTextIsReturnedAsItIs(String text) {
    assertThat(Normalizer.STANDARD.normalize(text)).isSameAs(text);
    assertThat(Normalizer.of("standard+elongated").normalize(text)).isSameAs(text);
  }

  @Test
  void noNormalizerChangesNothing() {
    String text = "\u201cTerrible\u201d<br>\u00a0\ud83d\ude21";
    assertThat(Normalizer.NONE.normalize(text)).isSameAs(text);
    assertThat(Normalizer.NONE.trace(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none",
        "standard-1",
        "standard-1+elongated",
        "standard-1+hashtags",
        "standard-1+elongated+hashtags"
      })
  void aNameIsReadAsItIsWritten(String name) {
    assertThat(Normalizer.of(name)).hasToString(name);
    assertThat(Normalizer.of(Normalizer.of(name).id())).isEqualTo(Normalizer.of(name));
  }

  @Test
  void standardIsTheNewestVersion() {
    assertThat(Normalizer.of("standard")).isEqualTo(Normalizer.STANDARD);
    assertThat(Normalizer.of("standard+hashtags")).isEqualTo(new Normalizer(1, false, true));
    assertThat(Normalizer.of("")).isEqualTo(Normalizer.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "standard-2",
        "STANDARD",
        "standard-1+",
        "standard-1+emoji",
        "standard-1+elongated+elongated",
        "none+elongated",
        " standard"
      })
  void anUnknownNameIsRefused(String name) {
    assertThatThrownBy(() -> Normalizer.of(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + name + "'");
  }

  static List<String> tokens(String text) {
    return SPLITTER.tokens(Normalizer.STANDARD.normalize(text));
  }

  /** Returns a text with its {@code \\uXXXX} escapes as characters. */
  private static String unescaped(String text) {
    StringBuilder unescaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("\\u", i)) {
        unescaped.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
        i += 5;
      } else {
        unescaped.append(text.charAt(i));
      }
    }
    return unescaped.toString();
  }
}
