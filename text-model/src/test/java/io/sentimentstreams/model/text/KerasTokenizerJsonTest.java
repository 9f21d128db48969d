package io.sentimentstreams.model.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import io.sentimentstreams.model.json.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KerasTokenizerJsonTest {

  private static final String JSON =
      KerasTokenizerJson.write(Tokenizer.fit(TokenizerSettings.keras(), List.of("a b", "b c")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"lower\":true | \"Lower\":true | Lower: is not a field of Keras' Tokenizer",
        "\"split\":\" \" | \"split\":\"\" | split: must not be empty",
        "\"split\":\" \" | \"split\":7 | split: must be a string, was 7",
        "\"num_words\":null | \"num_words\":-3 | num_words: must be a number of at least 0, was -3",
        "\"document_count\":2 | \"document_count\":2.5 | document_count: must be a whole number from 0 to 2147483647, was 2.5",
        "\\\"b\\\":1,\\\"a\\\":2 | \\\"b\\\":1,\\\"a\\\":1 | word_index: 'b' and 'a' share the index 1",
        "\\\"b\\\":1,\\\"a\\\":2 | \\\"b\\\":0,\\\"a\\\":2 | indices begin at 1, was 0 for 'b'",
        "\\\"b\\\":1,\\\"a\\\":2 | \\\"b\\\":1,\\\"b\\\":2 | word_index: 'b' occurs twice",
      })
  void invalidTokenizerJsonIsRejectedWithItsField(String from, String to, String problem) {
    String changed = JSON.replace(from, to);
    assertThatThrownBy(() -> KerasTokenizerJson.read(changed))
        .isInstanceOf(InvalidTokenizerJsonException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void textThatIsNotJsonIsRejected() {
    assertThatThrownBy(() -> KerasTokenizerJson.read(JSON.substring(1)))
        .isInstanceOf(InvalidTokenizerJsonException.class)
        .hasMessageContaining("the document");
  }

  static Stream<Arguments> sequencesOfKeras() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                KerasTokenizerJsonTest.class.getResourceAsStream("/keras/tokenizer-json.jsonl"),
                UTF_8))) {
      return lines
          .lines()
          .map(JsonValue::parse)
          .map(
              row ->
                  Arguments.of(row.field("setting").text() + " = " + row.node().get("value"), row))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sequencesOfKeras")
  void unusualValueIsReadAsByKeras(String name, JsonValue row) {
    Optional<String> json = row.optional("json").map(JsonValue::text);
    if (json.isEmpty()) {
      return; // Keras cannot fit such a tokenizer
    }
    if (row.optional("error").isPresent()) {
      assertThatThrownBy(() -> KerasTokenizerJson.read(json.get()))
          .isInstanceOf(InvalidTokenizerJsonException.class);
      return;
    }
    int[] expected =
        row.field("sequence").elements().stream().mapToInt(id -> id.integer(0, 100)).toArray();
    Tokenizer read = KerasTokenizerJson.read(json.get());
    String text = row.field("text").text();
    assertThat(read.sequence(text)).isEqualTo(expected);
    Tokenizer again = KerasTokenizerJson.read(KerasTokenizerJson.write(read));
    assertThat(again.sequence(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"num_words\":null | \"num_words\":1e12 | num_words is 1E+12, which Keras treats as no limit",
        "\"num_words\":null | \"num_words\":4294967301 | num_words is 4294967301, which Keras treats as no limit",
        "\"num_words\":null | \"num_words\":true | num_words is true, which Keras treats as a limit of 1: all words are unknown",
        "\"lower\":true | \"lower\":\"false\" | lower is \"false\", which Keras treats as true",
        "\"char_level\":false | \"char_level\":null | char_level is null, which Keras treats as false",
      })
  void conversionOfKerasIsNoted(String from, String to, String note) {
    assertThat(KerasTokenizerJson.readWithNotes(JSON.replace(from, to)).notes())
        .containsExactly(note);
    assertThat(KerasTokenizerJson.readWithNotes(JSON).notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"num_words\":null | \"num_words\":\"5\" | num_words: must be a number of at least 0, was \"5\"",
        "\"num_words\":null | \"num_words\":-1e12 | num_words: must be a number of at least 0, was -1E+12",
        "\"num_words\":null | \"num_words\":NaN | the document: is not JSON: NaN at line 1, column",
        "\"oov_token\":null | \"oov_token\":\"x\" | oov_token: 'x' is not in word_index",
        "\"oov_token\":null | \"oov_token\":{} | oov_token: must be a string, was {}",
        "\"oov_token\":null | \"lower\":1 | the document: the field 'lower' occurs twice",
        "\"document_count\":2 | \"document_count\":4294967298 | was 4294967298",
        "\"document_count\":2 | \"document_count\":\"2\" | document_count: must be a whole number from 0 to 2147483647, was \"2\"",
        "\\\"b\\\":1,\\\"a\\\":2 | \\\"b\\\":1,\\\"a\\\":4294967298 | must be a whole number from 0 to 2147483647, was 4294967298 for 'a'",
        "\\\"b\\\":1,\\\"a\\\":2 | \\\"b\\\":1,\\\"a\\\":2.0 | was 2.0 for 'a'",
        "\\\"b\\\":1,\\\"a\\\":2 | \\\"b\\\":1,\\\"a\\\":true | was true for 'a'",
        "\\\"b\\\":1,\\\"a\\\":2 | \\\"b\\\":1,\\\"a\\\":\\\"2\\\" | was 2 for 'a'",
        "\"word_counts\":\" | \"word_counts\":7,\"w\":\" | w: is not a field of Keras' Tokenizer",
        "{\"class_name\" | [{\"class_name\" | the document: is not JSON: it is cut off",
      })
  void valueOfAnotherTypeIsNamed(String from, String to, String problem) {
    assertThat(JSON).contains(from);
    assertThatThrownBy(
            () ->
                KerasTokenizerJson.read(
                    JSON.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to))))
        .isInstanceOf(InvalidTokenizerJsonException.class)
        .hasMessageContaining(problem)
        .hasMessageNotContaining("Jackson")
        .hasMessageNotContaining("Feature");
  }

  @Test
  void documentThatWasDumpedTwiceIsReadWithANote() {
    String twice = TextNode.valueOf(JSON).toString();
    KerasTokenizerJson.Reading reading = KerasTokenizerJson.readWithNotes(twice);
    assertThat(KerasTokenizerJson.write(reading.tokenizer())).isEqualTo(JSON);
    assertThat(reading.notes()).singleElement().asString().contains("json.dump");
    String thrice = TextNode.valueOf(twice).toString();
    assertThat(KerasTokenizerJson.readWithNotes(thrice).notes()).hasSize(1);
    String often = TextNode.valueOf(thrice).toString();
    assertThatThrownBy(() -> KerasTokenizerJson.read(often))
        .isInstanceOf(InvalidTokenizerJsonException.class)
        .hasMessageContaining("must be an object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", "5", "[]", "{}", "{\"config\":[]}", "\"a\""})
  void otherDocumentsAreRefused(String json) {
    assertThatThrownBy(() -> KerasTokenizerJson.read(json))
        .isInstanceOf(InvalidTokenizerJsonException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {50_000, 50_001, 20_000_001})
  void writerAndReaderAcceptTheSameWords(int length) {
    String word = "x".repeat(length);
    Tokenizer fitted = Tokenizer.fit(TokenizerSettings.keras(), List.of("a " + word, word));
    Tokenizer read = KerasTokenizerJson.read(KerasTokenizerJson.write(fitted));
    assertThat(read.wordIndex()).isEqualTo(fitted.wordIndex());
    assertThat(read.sequence(word)).containsExactly(1);
  }

  @Test
  void mapsLongerThanTwentyMillionCharactersAreRead() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append('w').append(i).append("x".repeat(1000)).append(' ');
    }
    Tokenizer fitted = Tokenizer.fit(TokenizerSettings.keras(), List.of(text.toString()));
    String json = KerasTokenizerJson.write(fitted);
    assertThat(json).hasSizeGreaterThan(80_000_000);
    assertThat(KerasTokenizerJson.read(json).wordIndex()).isEqualTo(fitted.wordIndex());
  }

  @Property
  void writtenTokenizerIsReadAsItWas(
      @ForAll List<@NotBlank String> texts,
      @ForAll boolean charLevel,
      @ForAll boolean lower,
      @ForAll @IntRange(min = 0, max = 5) int words,
      @ForAll Optional<String> oov) {
    TokenizerSettings settings =
        new TokenizerSettings(
            Optional.of(words).filter(number -> number > 0), "!.", lower, " ", charLevel, oov);
    Tokenizer fitted = Tokenizer.fit(settings, texts);
    String json = KerasTokenizerJson.write(fitted);
    KerasTokenizerJson.Reading reading = KerasTokenizerJson.readWithNotes(json);
    assertThat(reading.notes()).isEmpty();
    assertThat(KerasTokenizerJson.write(reading.tokenizer())).isEqualTo(json);
    assertThat(reading.tokenizer().settings()).isEqualTo(settings);
    texts.forEach(
        text -> assertThat(reading.tokenizer().sequence(text)).isEqualTo(fitted.sequence(text)));
  }
}
