package io.sentimentstreams.model.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaddingTest {

  private static final Padding POST_HALF = new Padding(Optional.of(3), Side.POST, Side.POST, 0.5);

  @Test
  void floatsAreFilledUpWithAnyValue() {
    assertThat(POST_HALF.padFloats(List.of(new float[] {1.5f}, new float[] {1, 2, 3, 4})))
        .isDeepEqualTo(new float[][] {{1.5f, 0.5f, 0.5f}, {1, 2, 3}});
    assertThat(POST_HALF.pad(new double[] {1}, 2)).containsExactly(1, 0.5);
  }

  @Test
  void longsKeepWhatNoIntHolds() {
    Padding padding = new Padding(Optional.empty(), Side.PRE, Side.PRE, -1);
    assertThat(padding.padLongs(List.of(new long[] {1L << 40}, new long[] {7, 8})))
        .isDeepEqualTo(new long[][] {{-1, 1L << 40}, {7, 8}});
  }

  @Test
  void wholeNumbersAreNotFilledUpWithAFraction() {
    assertThatThrownBy(() -> POST_HALF.pad(List.of(new int[] {1})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.5");
  }

  @Test
  void noSequencesGiveNoRows() {
    assertThat(Padding.keras().pad(List.of())).isEmpty();
  }
}
