package io.sentimentstreams.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonProblemTest {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a':1}|the character ''' at column 2 is not expected; strings have double quotes",
        "{\"a\":1,}|the character '}' at column 8 is not expected",
        "{\"a\":maybe}|'maybe' at column ",
        "{\"a\":NaN}|NaN at column ",
        "{\"a\":1, \"a\":2}|the field 'a' occurs twice at column ",
        "{\"a\\u001b\":1, \"a\\u001b\":2}|the field 'a?' occurs twice at column ",
        "{\"a\":\"x|it is cut off at column ",
        "{\"a\":1} x|",
        "{\"a\":1} 2|text after the value at column ",
        "{\"a\":\"\\x\"}|an escape sequence at column ",
        "{\"a\":\"x\ty\"}|the control character with code 9 at column ",
        "{\"a\":[1}|the closing bracket at column ",
        "{\"a\":05}|a number at column ",
      })
  void problemOfALineNamesTheColumn(String line, String problem) {
    assertThat(JsonProblem.ofLine(error(line)))
        .startsWith("malformed JSON (" + (problem == null ? "" : problem))
        .endsWith(")")
        .contains("at column ")
        .doesNotContain("line ");
  }

  @Test
  void limitOfALineIsNamed() {
    assertThat(JsonProblem.ofLine(error("[".repeat(2000))))
        .isEqualTo("malformed JSON (its nesting has 1001 levels, but the limit is 1000)");
    assertThat(JsonProblem.ofLine(error("1".repeat(2000))))
        .isEqualTo("malformed JSON (a number has 2000 characters, but the limit is 1000)");
  }

  private static JsonProcessingException error(String line) {
    return catchThrowableOfType(JsonProcessingException.class, () -> MAPPER.readTree(line));
  }
}
