package io.sentimentstreams.quickstart.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleReviewsTest {

  static Stream<List<LabelledReview>> sets() {
    return Stream.of(SampleReviews.clear(), SampleReviews.hard());
  }

  @ParameterizedTest
  @MethodSource("sets")
  void areManyAndAllDifferent(List<LabelledReview> reviews) {
    assertThat(reviews).hasSizeGreaterThanOrEqualTo(120);
    assertThat(reviews).extracting(LabelledReview::id).doesNotHaveDuplicates();
    assertThat(reviews).extracting(LabelledReview::text).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("sets")
  void areHalfPositive(List<LabelledReview> reviews) {
    assertThat(reviews)
        .filteredOn(review -> review.expected().equals(Optional.of("POSITIVE")))
        .hasSize(reviews.size() / 2);
  }

  @Test
  void clearOnesAreOfOneToFiveSentences() {
    assertThat(SampleReviews.clear())
        .allMatch(review -> review.text().split("[.!?](?= |$)").length <= 5);
    assertThat(SampleReviews.clear()).filteredOn(review -> words(review) < 20).isNotEmpty();
    assertThat(SampleReviews.clear()).filteredOn(review -> words(review) > 40).isNotEmpty();
  }

  @Test
  void hardOnesAreLongAndShort() {
    assertThat(SampleReviews.hard())
        .filteredOn(review -> words(review) >= 200)
        .hasSizeGreaterThan(25);
    assertThat(SampleReviews.hard())
        .filteredOn(review -> words(review) <= 40)
        .hasSizeGreaterThan(50);
  }

  @Test
  void koreanOnesAreHalfPositive() {
    List<LabelledReview> korean = SampleReviews.korean();

    assertThat(korean).hasSizeGreaterThanOrEqualTo(20);
    assertThat(korean).allMatch(review -> review.language().equals(Optional.of("ko")));
    assertThat(korean)
        .filteredOn(review -> review.expected().equals(Optional.of("POSITIVE")))
        .hasSize(korean.size() / 2);
  }

  @Test
  void allLanguagesAreMixedFromTheStartAndNotNamed() {
    List<LabelledReview> mixed = SampleReviews.ofAllLanguages();

    assertThat(mixed).extracting(LabelledReview::id).doesNotHaveDuplicates();
    assertThat(mixed).allMatch(review -> review.language().isEmpty());
    assertThat(mixed)
        .extracting(LabelledReview::id)
        .containsAll(SampleReviews.clear().stream().map(LabelledReview::id).toList())
        .containsAll(SampleReviews.korean().stream().map(LabelledReview::id).toList())
        .containsAll(SampleReviews.otherLanguages().stream().map(LabelledReview::id).toList());
    assertThat(mixed.subList(0, 10))
        .anyMatch(review -> review.id().startsWith("korean-"))
        .anyMatch(review -> review.expected().isEmpty());
  }

  @Test
  void otherLanguagesHaveNoExpectedLabel() {
    assertThat(SampleReviews.otherLanguages())
        .allMatch(review -> review.expected().isEmpty())
        .extracting(review -> review.language().orElseThrow())
        .contains("de", "fr")
        .doesNotContain("en", "ko");
  }

  private static int words(LabelledReview review) {
    return review.text().split(" ").length;
  }
}
