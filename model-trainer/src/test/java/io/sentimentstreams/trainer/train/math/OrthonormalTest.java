package io.sentimentstreams.trainer.train.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class OrthonormalTest {

  private static final int ROWS = 64;
  private static final int COLUMNS = 256;

  @Test
  void rowsAreOrthonormal() {
    Nd4j.getRandom().setSeed(3);
    float[] matrix = Orthonormal.sample(ROWS, COLUMNS);
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j <= i; j++) {
        assertThat(product(matrix, i, j)).isCloseTo(i == j ? 1 : 0, Offset.offset(1e-6));
      }
    }
  }

  @Test
  void samplingIsDeterministic() {
    Nd4j.getRandom().setSeed(3);
    float[] first = Orthonormal.sample(4, 12);
    Nd4j.getRandom().setSeed(3);
    assertThat(Orthonormal.sample(4, 12)).containsExactly(first);
  }

  @Test
  void moreRowsThanColumnsAreRejected() {
    assertThatThrownBy(() -> Orthonormal.sample(3, 2)).hasMessageContaining("3 x 2");
  }

  private static double product(float[] matrix, int i, int j) {
    double sum = 0;
    for (int k = 0; k < COLUMNS; k++) {
      sum += (double) matrix[i * COLUMNS + k] * matrix[j * COLUMNS + k];
    }
    return sum;
  }
}
