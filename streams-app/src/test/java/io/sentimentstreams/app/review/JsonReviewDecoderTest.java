package io.sentimentstreams.app.review;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sentimentstreams.schemas.ReviewEvent;
import java.time.Instant;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReviewDecoderTest {

  private static final RecordOrigin ORIGIN =
      new RecordOrigin("reviews", 3, 17, Instant.ofEpochMilli(99));

  private final JsonReviewDecoder format = new JsonReviewDecoder();

  @Test
  void everyFieldIsTaken() {
    assertThat(
            read(
                """
                {"reviewId": "r1", "itemId": "film-7", "text": "good \\u00fcber", "language": "en",
                 "source": "shop", "occurredAt": 1767225600000}
                """))
        .isEqualTo(
            new ReviewEvent(
                "r1", "film-7", "good über", "en", "shop", Instant.parse("2026-01-01T00:00:00Z")));
  }

  @Test
  void theTextIsEnoughForTheRecordTellsIdAndTime() {
    assertThat(read("{\"text\": \"good\"}"))
        .isEqualTo(
            new ReviewEvent("reviews-3-17", null, "good", null, null, Instant.ofEpochMilli(99)));
  }

  @Test
  void whatMayLackMayBeNull() {
    assertThat(read("{\"text\": \"good\", \"itemId\": null, \"language\": null}"))
        .isEqualTo(read("{\"text\": \"good\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-01T00:00:00Z", "2026-01-01T01:00:00.000999+01:00"})
  void aTimeMayBeWritten(String time) {
    assertThat(read("{\"text\": \"good\", \"occurredAt\": \"" + time + "\"}").getOccurredAt())
        .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|the value must be one JSON object (line 1, column 1)",
        "[{\"text\": \"good\"}]|the value must be one JSON object (line 1, column 1)",
        "\"good\"|the value must be one JSON object (line 1, column 1)",
        "{}|field 'text' is missing (line 1, column 2)",
        "{\"reviewId\": \"r1\"}|field 'text' is missing (line 1, column 18)",
        "{\"text\": \"a\", \"txt\": \"b\"}|field 'txt' is not one of a review's (line 1, column 15)",
        "{\"secret words here\": 1}|a field is not one of a review's (line 1, column 2)",
        "{\"text\": \"a\", \"text\": \"a\"}|field 'text' is given twice (line 1, column 15)",
        "{\"text\": \"a\", \"source\": null, \"source\": null}"
            + "|field 'source' is given twice (line 1, column 31)",
        "{\"text\": 5}|field 'text' must be a string, was a number (line 1, column 10)",
        "{\"text\": null}|field 'text' must be a string, was null (line 1, column 10)",
        "{\"text\": true}|field 'text' must be a string, was true or false (line 1, column 10)",
        "{\"text\": [[[]]]}|field 'text' must be a string, was an array (line 1, column 10)",
        "{\"reviewId\": null}|field 'reviewId' must be a string, was null (line 1, column 14)",
        "{\"source\": {\"a\": 1}}|field 'source' must be a string, was an object (line 1, column 12)",
        "{\"occurredAt\": 1.5}|field 'occurredAt' must be milliseconds since 1970 or a time such as"
            + " 2026-02-03T04:05:06Z, was a number (line 1, column 16)",
        "{\"occurredAt\": \"today\"}|field 'occurredAt' is not a time such as 2026-02-03T04:05:06Z"
            + " (line 1, column 16)",
        "{\"occurredAt\": \"+1000000000-01-01T00:00:00Z\"}|field 'occurredAt' is not a time such as"
            + " 2026-02-03T04:05:06Z (line 1, column 16)",
        "{\"occurredAt\": 9223372036854775808}|field 'occurredAt' is out of range"
            + " (line 1, column 16)",
        "{\"text\": \"a\\ud83d\"}|field 'text' has half of a surrogate pair (line 1, column 10)"
      })
  void anythingElseIsNotAReviewAndItsPlaceIsTold(String json, String message) {
    UnscorableRecordException refusal = refusal(json.getBytes(UTF_8));

    assertThat(refusal.description()).isEqualTo(message);
    assertThat(refusal.reason()).isEqualTo(DeadLetterReason.NOT_A_REVIEW);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"text\": \"a\"|the value ends before its object does",
        "{\"text\": goood}|the value breaks the rules of JSON",
        "{'text': 'a'}|the value breaks the rules of JSON",
        "{\"text\": \"a\",}|the value breaks the rules of JSON",
        "{\"text\": \"a\"} {}|the value goes on behind its object",
        "{\"text\": \"a\"} goood|the value breaks the rules of JSON",
        "{\"occurredAt\": 01}|the value breaks the rules of JSON"
      })
  void malformedJsonIsToldWithItsPlaceAndWithoutItsText(String json, String message) {
    UnscorableRecordException refusal = refusal(json.getBytes(UTF_8));

    assertThat(refusal.reason()).isEqualTo(DeadLetterReason.MALFORMED_JSON);
    assertThat(refusal.description())
        .matches(Pattern.quote(message) + " \\(line 1, column [1-9][0-9]?\\)")
        .doesNotContain("goood");
  }

  @Test
  void theLineOfAFaultIsTold() {
    assertThat(refusal("{\n\"text\":\n  7}".getBytes(UTF_8)).description())
        .endsWith("(line 3, column 3)");
  }

  @Test
  void bytesThatAreNotUtf8AreToldWithTheirPlace() {
    byte[] value = "{\"text\": \"?\"}".getBytes(UTF_8);
    value[10] = (byte) 0xFF;

    assertThat(refusal(value).reason()).isEqualTo(DeadLetterReason.NOT_UTF8);
    assertThat(refusal(value).description())
        .isEqualTo("byte 11 (0xff) of 13 does not belong to UTF-8");
    assertThat(refusal("{\"text\": \"a\"}".getBytes(UTF_16)).reason())
        .isEqualTo(DeadLetterReason.NOT_UTF8);
  }

  @Test
  void aMillionBracketsAreRefusedAtTheFirst() {
    assertThat(refusal("[".repeat(1_000_000).getBytes(UTF_8)).reason())
        .isEqualTo(DeadLetterReason.NOT_A_REVIEW);
    assertThat(refusal(("{\"text\": " + "{\"a\":".repeat(1_000_000)).getBytes(UTF_8)).reason())
        .isEqualTo(DeadLetterReason.NOT_A_REVIEW);
    assertThat(refusal(("{\"occurredAt\": " + "9".repeat(100_000) + "}").getBytes(UTF_8)).reason())
        .isEqualTo(DeadLetterReason.MALFORMED_JSON);
  }

  @Property
  void anyTextComesThrough(@ForAll @From("texts") String text) {
    StringBuilder json = new StringBuilder("{\"text\": \"");
    text.chars().forEach(c -> json.append("\\u%04x".formatted(c)));

    assertThat(read(json + "\"}").getText()).isEqualTo(text);
  }

  @Property
  void anyBytesAreAReviewOrUnscorable(@ForAll byte[] value) {
    readOrRefuse(value);
  }

  @Property
  void anythingLikeJsonIsAReviewOrUnscorable(@ForAll @From("almostJson") String json) {
    readOrRefuse(json.getBytes(UTF_8));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .ofMaxLength(50)
        .filter(text -> new String(text.getBytes(UTF_8), UTF_8).equals(text));
  }

  @Provide
  Arbitrary<String> almostJson() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"text\"",
            "\"reviewId\"",
            "\"occurredAt\"",
            "null",
            "1",
            "-",
            "\"",
            "\\",
            " ",
            "\"good\"",
            "true")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  private void readOrRefuse(byte[] value) {
    try {
      assertThat(format.read(value, ORIGIN).getText()).isNotNull();
    } catch (UnscorableRecordException refused) {
      assertThat(refused.reason()).isNotNull();
    }
  }

  private ReviewEvent read(String json) {
    return format.read(json.getBytes(UTF_8), ORIGIN);
  }

  private UnscorableRecordException refusal(byte[] value) {
    return catchThrowableOfType(UnscorableRecordException.class, () -> format.read(value, ORIGIN));
  }
}
