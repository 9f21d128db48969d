package io.sentimentstreams.model.json;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {

  private static final Map<String, Function<JsonValue, Object>> READERS =
      Map.of(
          "text", JsonValue::text,
          "bool", JsonValue::bool,
          "number", JsonValue::number,
          "integer", value -> value.integer(0, 10),
          "object", JsonValue::fields,
          "array", JsonValue::elements);

  private static Function<JsonValue, Object> reader(String name) {
    return Objects.requireNonNull(READERS.get(name), name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text|\"\"|``",
        "text|\"5\"|5",
        "bool|true|true",
        "number|5|5.0",
        "number|-0.5e1|-5.0",
        "integer|0|0",
        "integer|10|10"
      })
  void valueOfTheTypeIsRead(String reader, String json, String value) {
    JsonValue field = JsonValue.parse("{\"a\":" + json + "}").field("a");
    assertThat(reader(reader).apply(field)).hasToString(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text|5|a must be a string, was 5",
        "text|true|a must be a string, was true",
        "text|[\"x\"]|a must be a string, was [\"x\"]",
        "bool|\"true\"|a must be true or false, was \"true\"",
        "bool|1|a must be true or false, was 1",
        "number|\"5\"|a must be a number, was \"5\"",
        "number|true|a must be a number, was true",
        "number|1e999|a must be a number of double precision",
        "integer|11|a must be a whole number from 0 to 10, was 11",
        "integer|-1|a must be a whole number from 0 to 10, was -1",
        "integer|5.0|a must be a whole number from 0 to 10, was 5.0",
        "integer|4294967301|a must be a whole number from 0 to 10, was 4294967301",
        "integer|18446744073709551621|was 18446744073709551621",
        "integer|\"5\"|a must be a whole number from 0 to 10, was \"5\"",
        "integer|true|a must be a whole number from 0 to 10, was true",
        "object|[]|a must be an object, was []",
        "array|{}|a must be an array, was {}",
        "array|\"[]\"|a must be an array, was \"[]\"",
        "text|null|a is missing"
      })
  void valueOfAnotherTypeIsNamed(String reader, String json, String problem) {
    JsonValue document = JsonValue.parse("{\"a\":" + json + "}");
    assertThatThrownBy(() -> reader(reader).apply(document.field("a")))
        .isInstanceOf(InvalidJsonException.class)
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":NaN}|is not JSON: NaN at line 1",
        "{\"a\":Infinity}|Infinity at line 1",
        "{\"a\":-Infinity}|is not a JSON number",
        "{\"a\":+5}|is not JSON: ",
        "{\"a\":05}|is not JSON: a number at line 1",
        "{\"a\":.5}|is not JSON: ",
        "{\"a\":1,\"a\":2}|the field 'a' occurs twice at line 1",
        "{\"a\":True}|is not JSON: 'True' at line 1",
        "{'a':1}|is not JSON: the character ''' at line 1, column 2 is not expected",
        "{\"a\":1,}|is not JSON: the character '}'",
        "{\"a\":[1,2|is not JSON: it is cut off",
        "{\"a\":\"x|is not JSON: it is cut off",
        "{\"a\":1} {}|is not JSON: it continues after its end",
        "{\"a\":\"x\ty\"}|is not JSON: the control character with code 9",
        "{\"a\":\"\\x\"}|is not JSON: ",
        "// text|is not JSON: "
      })
  void syntaxErrorsAreDescribedInPlainWords(String json, String problem) {
    assertThatThrownBy(() -> JsonValue.parse(json))
        .isInstanceOf(InvalidJsonException.class)
        .hasMessageContaining(problem)
        .hasMessageNotContainingAny(
            "Feature", "Jackson", "JsonParser", "Source", "token", "code 39");
    assertThatThrownBy(() -> JsonValue.parse(json.getBytes(UTF_8)))
        .isInstanceOf(InvalidJsonException.class)
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\n", "\ufeff"})
  void emptyDocumentsAreNamed(String json) {
    assertThatThrownBy(() -> JsonValue.parse(json)).hasMessage("is empty");
  }

  @Test
  void limitsAreNamedWithTheirValues() {
    assertThatThrownBy(() -> JsonValue.parse("[".repeat(1001)))
        .hasMessage("its nesting has 1001 levels, but the limit is 1000");
    assertThatThrownBy(() -> JsonValue.parse("1".repeat(1001)))
        .hasMessage("a number has 1001 characters, but the limit is 1000");
    assertThatThrownBy(() -> JsonValue.parse("{\"" + "a".repeat(50_001) + "\":1}"))
        .hasMessage("a field name has 50001 characters, but the limit is 50000");
  }

  @Test
  void byteOrderMarkAndUtf16AreRead() {
    assertThat(JsonValue.parse("\ufeff[]").elements()).isEmpty();
    assertThat(JsonValue.parse("\ufeff[]".getBytes(UTF_8)).elements()).isEmpty();
    assertThat(JsonValue.parse("\ufeff[]".getBytes(UTF_16BE)).elements()).isEmpty();
    assertThatThrownBy(() -> JsonValue.parse(new byte[] {'"', (byte) 0xff, '"'}))
        .isInstanceOf(InvalidJsonException.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  void placesAreFullPaths() {
    JsonValue document = JsonValue.parse("{\"a\":[{\"b\":\"x\"}]}");
    JsonValue inner = document.field("a").elements().get(0).field("b");
    assertThat(inner.place()).isEqualTo("a[0].b");
    assertThat(document.optional("c")).isEmpty();
  }
}
