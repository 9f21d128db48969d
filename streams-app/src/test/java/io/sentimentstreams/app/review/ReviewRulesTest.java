package io.sentimentstreams.app.review;

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
import org.junit.jupiter.params.provider.ValueSource;

class ReviewRulesTest {

  private static final String[] INVISIBLE = {
    " ",
    "\t",
    "\n",
    "\u000b",
    "\f",
    "\r",
    "\u001c",
    "\u0000",
    "\u0007",
    "\u001b",
    "\u007f",
    "\u0085",
    "\u00a0",
    "\u00ad",
    "\u034f",
    "\u061c",
    "\u115f",
    "\u1160",
    "\u1680",
    "\u17b4",
    "\u180b",
    "\u180e",
    "\u2000",
    "\u2003",
    "\u2007",
    "\u200a",
    "\u200b",
    "\u200c",
    "\u200d",
    "\u200e",
    "\u200f",
    "\u2028",
    "\u2029",
    "\u202a",
    "\u202e",
    "\u202f",
    "\u205f",
    "\u2060",
    "\u2063",
    "\u2064",
    "\u2066",
    "\u2069",
    "\u206f",
    "\u2800",
    "\u3000",
    "\u3164",
    "\ufe00",
    "\ufe0f",
    "\ufeff",
    "\uffa0",
    "\ufff9",
    "\udb40\udc01",
    "\udb40\udc41",
    "\udb40\udd00",
    "\ud834\udd73"
  };

  @ParameterizedTest
  @ValueSource(ints = {0, 6, -1, Integer.MAX_VALUE})
  void aRatingIsOneToFive(int rating) {
    ReviewEvent review =
        new ReviewEvent("r1", null, "good", null, null, rating, Instant.ofEpochMilli(7));

    UnscorableRecordException refusal =
        catchThrowableOfType(UnscorableRecordException.class, () -> ReviewRules.checked(review));

    assertThat(refusal.reason()).isEqualTo(DeadLetterReason.NOT_A_REVIEW);
    assertThat(refusal.description())
        .isEqualTo(
            "Field 'rating' is not 1 to 5: %d. Send an integer from 1 to 5, or null."
                .formatted(rating));
    review.setRating(1);
    assertThat(ReviewRules.checked(review).getRating()).isEqualTo(1);
    review.setRating(5);
    assertThat(ReviewRules.checked(review).getRating()).isEqualTo(5);
  }

  @Test
  void aTextOfInvisibleCharactersIsNone() {
    for (String one : INVISIBLE) {
      for (String text : new String[] {one, one.repeat(3), " " + one, one + "\r\n"}) {
        assertThat(refusal(text).reason()).as(text).isEqualTo(DeadLetterReason.NO_TEXT);
      }
    }
    assertThat(refusal("").reason()).isEqualTo(DeadLetterReason.NO_TEXT);
    assertThat(refusal(String.join("", INVISIBLE)).reason()).isEqualTo(DeadLetterReason.NO_TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", ".", "\ud83d\ude21", "\uc601", "\u0301", "\u200b!", "\u4e00", "\ufffd"})
  void aVisibleCharacterIsAText(String text) {
    assertThat(ReviewRules.checkedText(text)).isEqualTo(text);
  }

  @Property
  void marksAndCarriageReturnsAtTheEdgesAreDropped(
      @ForAll @From("texts") String text,
      @ForAll @From("edges") String before,
      @ForAll @From("edges") String after) {
    assertThat(ReviewRules.checkedText(before + text + after))
        .isEqualTo(before.replaceAll("[\r\ufeff]", "") + text + after.replaceAll("[\r\ufeff]", ""));
    assertThat(ReviewRules.checkedText(text)).isSameAs(text);
  }

  @Provide
  Arbitrary<String> edges() {
    return Arbitraries.strings().withChars("\r\ufeff \n\t\u00a0").ofMaxLength(5);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> visible = Arbitraries.of("a", "\u00e9", "\ud83d\ude21", "\uc601");
    return visible.flatMap(
        first ->
            Arbitraries.strings()
                .withChars("ab \r\ufeff\n.")
                .ofMaxLength(20)
                .flatMap(middle -> visible.map(last -> first + middle + last)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "\u0000a", "a\u0000", "T\u0000e\u0000r\u0000"})
  void aNulCharacterIsNamed(String text) {
    assertThat(refusal(text).reason()).isEqualTo(DeadLetterReason.NUL_IN_TEXT);
    assertThat(refusal(text).description()).contains("NUL", "UTF-16");
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        Long.MIN_VALUE,
        -62_135_596_800_001L,
        253_402_300_800_000L,
        1_770_091_445_000_000L,
        Long.MAX_VALUE
      })
  void aTimeOutsideTheYears1To9999IsRefused(long millis) {
    ReviewEvent review =
        new ReviewEvent("r1", null, "good", null, null, null, Instant.ofEpochMilli(millis));

    UnscorableRecordException refusal =
        catchThrowableOfType(UnscorableRecordException.class, () -> ReviewRules.checked(review));

    assertThat(refusal.reason()).isEqualTo(DeadLetterReason.NOT_A_REVIEW);
    assertThat(refusal.description()).contains("'occurredAt'", String.valueOf(millis));
  }

  @ParameterizedTest
  @ValueSource(longs = {-62_135_596_800_000L, -1, 0, 253_402_300_799_999L})
  void aTimeInTheYears1To9999IsKept(long millis) {
    ReviewEvent review =
        new ReviewEvent(
            "r1\r", null, "\ufeffgood\r", null, null, null, Instant.ofEpochMilli(millis));

    assertThat(ReviewRules.checked(review))
        .isEqualTo(
            new ReviewEvent("r1\r", null, "good", null, null, null, Instant.ofEpochMilli(millis)));
  }

  private static UnscorableRecordException refusal(String text) {
    return catchThrowableOfType(
        UnscorableRecordException.class, () -> ReviewRules.checkedText(text));
  }
}
