package io.sentimentstreams.trainer.train.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sentimentstreams.trainer.train.batch.PackedSequences;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordDropoutTest {

  private static final int VOCABULARY = 1000;
  private static final int WIDTH = 3;
  private static final float RATE = 0.25f;
  private static final float SCALE = 1 / (1 - RATE);

  private final DropoutMasks masks = new DropoutMasks();
  private final EmbeddingLookup lookup =
      new EmbeddingLookup(WIDTH, 0, new WordDropout(RATE, masks));
  private final float[] parameters = ones();

  @Test
  void wordIsDroppedAtAllPositionsOrScaledUp() {
    masks.restart(new SplittableRandom(7));
    masks.activate(true);
    int[] ids = IntStream.range(0, 2 * VOCABULARY).map(i -> i % VOCABULARY).toArray();

    float[] vectors = forward(ids);

    int dropped = 0;
    for (int id = 0; id < VOCABULARY; id++) {
      float factor = vectors[id * WIDTH];
      assertThat(factor).isIn(0f, SCALE);
      for (int j = 0; j < WIDTH; j++) {
        assertThat(vectors[id * WIDTH + j]).isEqualTo(factor);
        assertThat(vectors[(VOCABULARY + id) * WIDTH + j]).isEqualTo(factor);
      }
      dropped += factor == 0 ? 1 : 0;
    }
    assertThat((double) dropped / VOCABULARY).isCloseTo(RATE, within(0.05));
  }

  @Test
  void eachReviewHasItsOwnMask() {
    masks.restart(new SplittableRandom(7));
    masks.activate(true);
    int[] ids = IntStream.range(0, VOCABULARY).toArray();

    PackedSequences packing = PackedSequences.of(List.of(ids, ids));
    float[] vectors = lookup.forward(packing, List.of(ids, ids), parameters).values();

    assertThat(IntStream.range(0, VOCABULARY))
        .anyMatch(t -> vectors[2 * t * WIDTH] != vectors[(2 * t + 1) * WIDTH]);
  }

  @Test
  void gradientOfDroppedWordIsZeroAndOthersAreScaledUp() {
    masks.restart(new SplittableRandom(7));
    masks.activate(true);
    int[] ids = IntStream.range(0, VOCABULARY).toArray();
    float[] vectors = forward(ids);
    Activations gradient = new Activations().resize(ids.length, WIDTH);
    Arrays.fill(gradient.values(), 0, gradient.size(), 2);

    float[] gradients = new float[parameters.length];
    lookup.backward(PackedSequences.of(List.of(ids)), gradient, gradients);

    for (int i = 0; i < gradients.length; i++) {
      assertThat(gradients[i]).isEqualTo(2 * vectors[i]);
    }
  }

  @Test
  void dropoutIsInactiveOutsideOfTraining() {
    masks.activate(false);

    float[] vectors = forward(IntStream.range(0, VOCABULARY).toArray());

    assertThat(vectors).startsWith(parameters);
  }

  private float[] forward(int[] ids) {
    return lookup.forward(PackedSequences.of(List.of(ids)), List.of(ids), parameters).values();
  }

  private static float[] ones() {
    float[] ones = new float[VOCABULARY * WIDTH];
    Arrays.fill(ones, 1);
    return ones;
  }
}
