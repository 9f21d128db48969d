package io.sentimentstreams.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleReviewsTest {

  private final List<LabelledReview> reviews = SampleReviews.read();

  @Test
  void areManyAndAllDifferent() {
    assertThat(reviews).hasSizeGreaterThanOrEqualTo(160);
    assertThat(reviews).extracting(LabelledReview::id).doesNotHaveDuplicates();
    assertThat(reviews).extracting(LabelledReview::text).doesNotHaveDuplicates();
  }

  @Test
  void areHalfPraise() {
    assertThat(reviews)
        .filteredOn(review -> review.sentiment() == Sentiment.POSITIVE)
        .hasSize(reviews.size() / 2);
  }

  @Test
  void areLongAndShort() {
    assertThat(reviews).filteredOn(review -> words(review) >= 200).hasSizeGreaterThan(25);
    assertThat(reviews).filteredOn(review -> words(review) <= 40).hasSizeGreaterThan(50);
  }

  private static int words(LabelledReview review) {
    return review.text().split(" ").length;
  }
}
