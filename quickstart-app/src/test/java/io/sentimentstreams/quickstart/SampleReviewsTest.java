package io.sentimentstreams.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import java.util.List;
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
        .filteredOn(review -> review.sentiment() == Sentiment.POSITIVE)
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

  private static int words(LabelledReview review) {
    return review.text().split(" ").length;
  }
}
