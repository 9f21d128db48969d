package io.sentimentstreams.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparison with CPython 3.11; see src/test/python/lower_case.py. */
class LowerCaseTest {

  private static JsonNode answers = new ObjectMapper().nullNode();

  @BeforeAll
  static void readAnswers() throws IOException {
    try (InputStream resource =
            Objects.requireNonNull(
                LowerCaseTest.class.getResourceAsStream("/python/lower-case.json.gz"));
        InputStream in = new GZIPInputStream(resource)) {
      answers = new ObjectMapper().readTree(in);
    }
  }

  @Test
  void textsInManyScriptsEqualThoseOfPython() {
    assertThat(answers.path("texts").size()).isGreaterThan(1000);
    for (JsonNode pair : answers.path("texts")) {
      String text = pair.path(0).asText();
      assertThat(LowerCase.of(text)).as(text).isEqualTo(pair.path(1).asText());
    }
  }

  @Test
  void everyCodePointAloneAndNextToASigmaEqualsThatOfPython() throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (int each = 0; each <= Character.MAX_CODE_POINT; each++) {
      if (Character.getType(each) != Character.SURROGATE) {
        String c = Character.toString(each);
        String texts = String.join("\n", c, c + "Σ", "a" + c + "Σ", "aΣ" + c, "aΣ" + c + "b");
        digest.update(LowerCase.of(texts).getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(HexFormat.of().formatHex(digest.digest()))
        .isEqualTo(answers.path("everyCodePointSha256").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "ΟΔΟΣ, οδος",
    "ΟΔΟΣ ΣΣ, οδος σς",
    "Σ, σ",
    "ΑΣ'Α, ασ'α",
    "ΑΣ.1, ας.1",
    "STRASSE ẞ, strasse ß",
    "İSTANBUL, i̇stanbul",
  })
  void sigmaAndDottedIFollowTheirRules(String text, String lower) {
    assertThat(LowerCase.of(text)).isEqualTo(lower);
  }

  @Property
  void latinLettersLoseTheirCaseOnly(@ForAll @AlphaChars String text) {
    assertThat(LowerCase.of(text)).isEqualToIgnoringCase(text).doesNotContainPattern("[A-Z]");
  }
}
