package io.sentimentstreams.app.review;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sentimentstreams.schemas.wire.HeaderValues;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values in other encodings than UTF-8, in both formats of text. */
class EncodingsTest {

  private static final RecordOrigin ORIGIN =
      new RecordOrigin("reviews", 0, 17, Instant.EPOCH, HeaderValues.NONE);
  private static final Map<String, byte[]> MARKS =
      Map.of(
          "UTF-16LE", new byte[] {-1, -2},
          "UTF-16BE", new byte[] {-2, -1},
          "UTF-32LE", new byte[] {-1, -2, 0, 0},
          "UTF-32BE", new byte[] {0, 0, -2, -1});
  private static final String KOREAN =
      "\uc815\ub9d0 \uc7ac\ubbf8\uc5c6\ub294 \uc601\ud654\uc600\uc5b4\uc694";

  @ParameterizedTest
  @CsvSource({"UTF-16LE, UTF-16", "UTF-16BE, UTF-16", "UTF-32LE, UTF-32", "UTF-32BE, UTF-32"})
  void otherUnicodeEncodingsAreNamed(String charset, String name) {
    byte[] mark = Objects.requireNonNull(MARKS.get(charset));
    for (String text : List.of("a", "good", "Terrible film", "a\nb", "caf\u00e9", KOREAN)) {
      byte[] plain = text.getBytes(Charset.forName(charset));
      byte[] json = ("{\"text\": \"" + text.strip() + "\"}").getBytes(Charset.forName(charset));

      assertNamed(new TextReviewDecoder(), with(mark, plain), name + " with a byte");
      assertNamed(new TextReviewDecoder(), plain, name + " without a byte order mark");
      assertNamed(new JsonReviewDecoder(), with(mark, json), name + " with a byte");
      if (!text.contains("\n")) {
        assertNamed(new JsonReviewDecoder(), json, name + " without a byte order mark");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE, UTF-16", "UTF-16BE, UTF-16", "UTF-32LE, UTF-32", "UTF-32BE, UTF-32"})
  void longTextWithFewLatinCharactersIsNamed(String charset, String name) {
    String words = KOREAN.repeat(30);

    assertNamed(
        new JsonReviewDecoder(),
        ("{\"text\": \"" + words + "\"}").getBytes(Charset.forName(charset)),
        name + " without a byte order mark");
    assertNamed(
        new TextReviewDecoder(),
        words.getBytes(Charset.forName(charset)),
        name + " without a byte order mark");
  }

  @ParameterizedTest
  @CsvSource({"0, 5", "0, 133", "1, 0", "255, 255"})
  void aSchemaIdBeforeTheValueIsNamed(int high, int low) {
    byte[] id = {0, 0, 0, (byte) high, (byte) low};

    UnscorableRecordException json =
        refusal(new JsonReviewDecoder(), with(id, "{\"text\": \"a\"}".getBytes(UTF_8)));
    UnscorableRecordException text =
        refusal(new TextReviewDecoder(), with(id, "ab".getBytes(UTF_8)));

    assertThat(json.reason()).isEqualTo(DeadLetterReason.MALFORMED_JSON);
    assertThat(json.description()).contains("registry's schema id");
    assertThat(text.reason()).isEqualTo(DeadLetterReason.NUL_IN_TEXT);
    assertThat(text.description()).contains("registry's schema id", "input.format=avro");
  }

  @Test
  void otherBytesAreNotTakenForUnicode() {
    for (String text : List.of("caf\u00e9", "\u00c4rger", "\u001f\u008b\b\u0000\u0000\u0000")) {
      assertThat(refusal(new TextReviewDecoder(), text.getBytes(ISO_8859_1)).description())
          .startsWith("The value is not UTF-8: byte ");
    }
  }

  private static void assertNamed(ReviewDecoder format, byte[] value, String name) {
    UnscorableRecordException refusal = refusal(format, value);

    assertThat(refusal.reason()).isEqualTo(DeadLetterReason.NOT_UTF8);
    assertThat(refusal.description()).contains("not UTF-8, but " + name, "Send text in UTF-8.");
  }

  private static byte[] with(byte[] before, byte[] value) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(before);
    both.writeBytes(value);
    return both.toByteArray();
  }

  private static UnscorableRecordException refusal(ReviewDecoder format, byte[] value) {
    return catchThrowableOfType(UnscorableRecordException.class, () -> format.read(value, ORIGIN));
  }
}
