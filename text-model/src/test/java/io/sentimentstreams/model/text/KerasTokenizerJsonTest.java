package io.sentimentstreams.model.text;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KerasTokenizerJsonTest {

  private static final String JSON =
      KerasTokenizerJson.write(Tokenizer.fit(TokenizerSettings.keras(), List.of("a b", "b c")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"lower\":true | \"Lower\":true | lower: is missing",
        "\"split\":\" \" | \"split\":\"\" | config: Separator",
        "\"split\":\" \" | \"split\":7 | split: must be a string, was 7",
        "\"num_words\":null | \"num_words\":-3 | numWords must be at least 1, was -3",
        "\"document_count\":2 | \"document_count\":2.5 | document_count: must be a number",
        "\\\"b\\\":1,\\\"a\\\":2 | \\\"b\\\":1,\\\"a\\\":1 | word_index: 'b' and 'a' share the index 1",
        "\\\"b\\\":1,\\\"a\\\":2 | \\\"b\\\":0,\\\"a\\\":2 | indices begin at 1, was 0 for 'b'",
        "\\\"b\\\":1,\\\"a\\\":2 | \\\"b\\\":1,\\\"b\\\":2 | word_index: is not JSON: Duplicate field",
      })
  void whatKerasWouldNotWriteIsRejectedWithItsPlace(String from, String to, String problem) {
    String changed = JSON.replace(from, to);
    assertThatThrownBy(() -> KerasTokenizerJson.read(changed))
        .isInstanceOf(InvalidTokenizerJsonException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void whatIsNoJsonIsRejected() {
    assertThatThrownBy(() -> KerasTokenizerJson.read(JSON.substring(1)))
        .isInstanceOf(InvalidTokenizerJsonException.class)
        .hasMessageContaining("the document");
  }
}
