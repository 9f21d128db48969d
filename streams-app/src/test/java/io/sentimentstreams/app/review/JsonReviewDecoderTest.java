package io.sentimentstreams.app.review;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sentimentstreams.schemas.ReviewEvent;
import java.time.Instant;
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
  void everyFieldIsDecoded() {
    assertThat(
            read(
                """
                {"reviewId": "r1", "itemId": "film-7", "text": "good \\u00fcber", "language": "en",
                 "source": "shop", "rating": 4, "occurredAt": 1767225600000}
                """))
        .isEqualTo(
            new ReviewEvent(
                "r1",
                "film-7",
                "good über",
                "en",
                "shop",
                4,
                Instant.parse("2026-01-01T00:00:00Z")));
  }

  @Test
  void idAndTimeDefaultToThoseOfTheRecord() {
    assertThat(read("{\"text\": \"good\"}"))
        .isEqualTo(
            new ReviewEvent(
                "reviews-3-17", null, "good", null, null, null, Instant.ofEpochMilli(99)));
  }

  @Test
  void optionalFieldsMayBeNull() {
    assertThat(read("{\"text\": \"good\", \"itemId\": null, \"language\": null, \"rating\": null}"))
        .isEqualTo(read("{\"text\": \"good\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-01T00:00:00Z", "2026-01-01T01:00:00.000999+01:00"})
  void aTimeMayBeText(String time) {
    assertThat(read("{\"text\": \"good\", \"occurredAt\": \"" + time + "\"}").getOccurredAt())
        .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|JSON object|1",
        "[{\"text\": \"good\"}]|JSON object|1",
        "\"good\"|JSON object|1",
        "{}|'text' is missing|2",
        "{\"reviewId\": \"r1\"}|'text' is missing|18",
        "{\"text\": \"a\", \"txt\": \"b\"}|'txt' is unknown|15",
        "{\"secret words here\": 1}|A field is unknown|2",
        "{\"text\": \"a\", \"text\": \"a\"}|'text' occurs twice|15",
        "{\"text\": \"a\", \"source\": null, \"source\": null}|'source' occurs twice|31",
        "{\"text\": 5}|'text' is a number|10",
        "{\"text\": null}|'text' is null|10",
        "{\"text\": true}|'text' is true or false|10",
        "{\"text\": [[[]]]}|'text' is an array|10",
        "{\"reviewId\": null}|'reviewId' is null|14",
        "{\"source\": {\"a\": 1}}|'source' is an object|12",
        "{\"rating\": 0}|'rating' is not 1 to 5|12",
        "{\"rating\": 6}|'rating' is not 1 to 5|12",
        "{\"rating\": -1}|'rating' is not 1 to 5|12",
        "{\"rating\": 4294967299}|'rating' is not 1 to 5|12",
        "{\"rating\": 4.0}|'rating' is a number with a fraction or an exponent|12",
        "{\"rating\": \"4\"}|'rating' is a string|12",
        "{\"rating\": 4, \"rating\": 4}|'rating' occurs twice|15",
        "{\"occurredAt\": 1.5}|'occurredAt' is a number with a fraction or an exponent|16",
        "{\"occurredAt\": \"today\"}|'occurredAt' is not a valid time|16",
        "{\"occurredAt\": \"+1000000000-01-01T00:00:00Z\"}|'occurredAt' is not a valid time|16",
        "{\"occurredAt\": 9223372036854775808}|'occurredAt' is out of range|16",
        "{\"occurredAt\": 253402300800000}|'occurredAt' is not in the years 1 to 9999|16",
        "{\"occurredAt\": -62135596800001}|'occurredAt' is not in the years 1 to 9999|16",
        "{\"occurredAt\": \"+10000-01-01T00:00:00Z\"}|'occurredAt' is not in the years 1 to"
            + " 9999|16",
        "{\"occurredAt\": \"0000-12-31T23:59:59Z\"}|'occurredAt' is not in the years 1 to 9999|16",
        "{\"text\": \"a\", \"te\\u0078t\": \"b\"}|'text' occurs twice|15",
        "{\"text\": \"\\udc00a\"}|'text' contains half a surrogate pair|10",
        "{\"reviewId\": \"\\ud83d \\ude21\"}|'reviewId' contains half a surrogate pair|14",
        "{\"text\": \"a\\ud83d\"}|'text' contains half a surrogate pair|10"
      })
  void otherJsonIsNotAReviewAndTheMessageHasThePosition(String json, String problem, int column) {
    UnscorableRecordException refusal = refusal(json.getBytes(UTF_8));

    assertThat(refusal.description())
        .contains(problem + " (line 1, column " + column + "). ")
        .endsWith(".")
        .doesNotContain("secret");
    assertThat(refusal.reason()).isEqualTo(DeadLetterReason.NOT_A_REVIEW);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"text\": \"a\"|truncated",
        "{\"text\": goood}|not valid JSON",
        "{'text': 'a'}|not valid JSON",
        "{\"text\": \"a\",}|not valid JSON",
        "{\"text\": \"a\"} {}|continues after its object",
        "{\"text\": \"a\"} goood|not valid JSON",
        "{\"occurredAt\": 01}|not valid JSON"
      })
  void theMessageOfMalformedJsonHasThePositionAndNotTheContent(String json, String problem) {
    UnscorableRecordException refusal = refusal(json.getBytes(UTF_8));

    assertThat(refusal.reason()).isEqualTo(DeadLetterReason.MALFORMED_JSON);
    assertThat(refusal.description())
        .contains(problem)
        .containsPattern(" \\(line 1, column [1-9][0-9]?\\)\\. ")
        .doesNotContain("goood");
  }

  @Test
  void theMessageHasTheLine() {
    assertThat(refusal("{\n\"text\":\n  7}".getBytes(UTF_8)).description())
        .contains("(line 3, column 3)");
  }

  @Test
  void theMessageOfInvalidUtf8HasThePosition() {
    byte[] value = "{\"text\": \"?\"}".getBytes(UTF_8);
    value[10] = (byte) 0xFF;

    assertThat(refusal(value).reason()).isEqualTo(DeadLetterReason.NOT_UTF8);
    assertThat(refusal(value).description()).contains("byte 11 of 13", "0xff");
    assertThat(refusal("{\"text\": \"a\"}".getBytes(UTF_16)).reason())
        .isEqualTo(DeadLetterReason.NOT_UTF8);
  }

  @Test
  void aMillionBracketsAreRejectedAtTheFirst() {
    assertThat(refusal("[".repeat(1_000_000).getBytes(UTF_8)).reason())
        .isEqualTo(DeadLetterReason.NOT_A_REVIEW);
    assertThat(refusal(("{\"text\": " + "{\"a\":".repeat(1_000_000)).getBytes(UTF_8)).reason())
        .isEqualTo(DeadLetterReason.NOT_A_REVIEW);
  }

  @Test
  void numbersAndNamesBeyondTheLimitsAreNamedWithTheirPosition() {
    for (String json :
        new String[] {
          "{\"text\": \"a\",\n\"n\": " + "1".repeat(1_001) + "}",
          "{\"text\": \"a\",\n\"occurredAt\": " + "9".repeat(100_000) + "}",
          "{\"text\": \"a\",\n\"" + "k".repeat(50_001) + "\": 1}"
        }) {
      UnscorableRecordException refusal = refusal(json.getBytes(UTF_8));

      assertThat(refusal.reason()).isEqualTo(DeadLetterReason.NOT_A_REVIEW);
      assertThat(refusal.description())
          .contains("a number of more than 1000 or a name of more than 50000 characters (line 2, ");
    }
  }

  @Test
  void theFirstAndTheLastTimeAreAccepted() {
    for (String time : new String[] {"0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z"}) {
      Instant instant = Instant.parse(time);

      assertThat(read("{\"text\": \"a\", \"occurredAt\": \"" + time + "\"}").getOccurredAt())
          .isEqualTo(instant);
      assertThat(
              read("{\"text\": \"a\", \"occurredAt\": " + instant.toEpochMilli() + "}")
                  .getOccurredAt())
          .isEqualTo(instant);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFF%s",
        "%s\uFEFF",
        "%s\n",
        "%s\r\n",
        "\uFEFF\uFEFF%s\r",
        " \t%s ",
        "\n\uFEFF%s",
        "\uFEFF\r\n%s\r\n\uFEFF\r\n"
      })
  void marksAndLineBreaksAroundTheObjectChangeNothing(String around) {
    assertThat(read(around.formatted("{\"text\": \"good\"}")))
        .isEqualTo(read("{\"text\": \"good\"}"));
  }

  @Property
  void anyTextIsDecodedUnchanged(@ForAll @From("texts") String text) {
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
