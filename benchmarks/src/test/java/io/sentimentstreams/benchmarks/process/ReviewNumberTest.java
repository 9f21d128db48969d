package io.sentimentstreams.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReviewNumberTest {

  @Test
  void theIdentifierHasTheScheduledSendTime() {
    ReviewNumber review = new ReviewNumber(17, 1_767_225_600_123_456L);

    assertThat(ReviewNumber.of(review.id())).isEqualTo(review);
  }

  @Test
  void anInvalidIdentifierIsRejected() {
    assertThatThrownBy(() -> ReviewNumber.of("review-1")).hasMessageContaining("review-1");
  }
}
