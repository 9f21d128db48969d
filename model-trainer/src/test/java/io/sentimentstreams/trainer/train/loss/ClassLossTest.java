package io.sentimentstreams.trainer.train.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassLossTest {

  private static final int OFFSET = 2;
  private static final float STEP = 1e-2f;

  static Stream<ClassLoss> losses() {
    return Stream.of(
        new CrossEntropy(),
        new SoftOrderedLoss(0.3),
        new SoftOrderedLoss(1),
        new SoftOrderedLoss(4));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void derivativesMatchCentralDifferences(ClassLoss loss) {
    SplittableRandom random = new SplittableRandom(8);
    for (int classes = 3; classes <= 7; classes++) {
      float[] logits = new float[OFFSET + classes];
      for (int i = 0; i < logits.length; i++) {
        logits[i] = (float) random.nextDouble(-3, 3);
      }
      float[] targets = new float[classes];
      targets[random.nextInt(classes)] += 0.75f;
      targets[random.nextInt(classes)] += 0.25f;
      float[] derivatives = new float[logits.length];
      Arrays.fill(derivatives, 9);

      loss.of(logits, OFFSET, targets, derivatives);

      assertThat(derivatives).startsWith(9, 9);
      for (int i = OFFSET; i < logits.length; i++) {
        assertThat((double) derivatives[i])
            .as("%s, %d classes, logit %d", loss, classes, i - OFFSET)
            .isCloseTo(difference(loss, logits, targets, i), within(1e-4));
      }
    }
  }

  private static double difference(ClassLoss loss, float[] logits, float[] targets, int index) {
    float[] above = logits.clone();
    float[] below = logits.clone();
    above[index] += STEP;
    below[index] -= STEP;
    float[] ignored = new float[logits.length];
    return (loss.of(above, OFFSET, targets, ignored) - loss.of(below, OFFSET, targets, ignored))
        / ((double) above[index] - below[index]);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void largeLogitsDoNotOverflow(ClassLoss loss) {
    float[] derivatives = new float[3];

    double far = loss.of(new float[] {3000, 0, -3000}, 0, new float[] {0, 0, 1}, derivatives);

    assertThat(far).isFinite().isGreaterThan(100);
    assertThat(derivatives[0]).isFinite().isPositive();
  }

  @Test
  void softTargetsFallByTheirDistance() {
    float[] soft = new SoftOrderedLoss(0.5).soft(new float[] {0, 1, 0, 0});

    // exp(-|1 - j| / 0.5), divided by its sum, in double precision with Python
    assertThat(soft)
        .containsExactly(
            new float[] {0.1049936f, 0.7758035f, 0.1049936f, 0.01420934f}, Offset.offset(1e-6f));
  }

  @Test
  void softTargetsOfATeacherAreMixed() {
    SoftOrderedLoss loss = new SoftOrderedLoss(1);
    float[] first = loss.soft(new float[] {1, 0, 0});
    float[] last = loss.soft(new float[] {0, 0, 1});
    float[] mixed = loss.soft(new float[] {0.25f, 0, 0.75f});

    for (int i = 0; i < 3; i++) {
      assertThat(mixed[i]).isCloseTo(0.25f * first[i] + 0.75f * last[i], within(1e-6f));
    }
  }

  @Test
  void lossIsThatOfTheFormula() {
    float[] derivatives = new float[4];

    double loss =
        new SoftOrderedLoss(0.5)
            .of(new float[] {0.5f, -1, 2, 0}, 0, new float[] {0, 1, 0, 0}, derivatives);

    // Sum of t log(t / softmax(x)) and softmax(x) - t, computed with Python
    assertThat(loss).isCloseTo(2.125001401281016, within(1e-6));
    assertThat(derivatives)
        .containsExactly(
            new float[] {0.05345112f, -0.7404497f, 0.6051064f, 0.08189224f}, Offset.offset(1e-6f));
  }

  @Test
  void bestLossIsZero() {
    SoftOrderedLoss loss = new SoftOrderedLoss(1);
    float[] targets = {0, 0, 1, 0, 0};
    float[] soft = loss.soft(targets);
    float[] logits = new float[5];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) Math.log(soft[i]);
    }

    assertThat(loss.of(logits, 0, targets, new float[5])).isCloseTo(0, within(1e-6));
  }

  @Test
  void nearLabelCostsLessThanAFarOne() {
    float[] targets = {1, 0, 0, 0, 0};
    SoftOrderedLoss loss = new SoftOrderedLoss(Objective.WIDTH);
    double before = 0;
    for (int predicted = 0; predicted < 5; predicted++) {
      float[] logits = new float[5];
      logits[predicted] = 4;
      double cost = loss.of(logits, 0, targets, new float[5]);
      assertThat(cost).as("label %d", predicted).isGreaterThan(before);
      before = cost;
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void widthMustBePositive(double width) {
    assertThatThrownBy(() -> new SoftOrderedLoss(width))
        .hasMessageContaining("Invalid width of soft targets: " + width);
  }

  @Test
  void sumCountsMostProbableLabels() {
    LossSum sum = new LossSum(new SoftOrderedLoss(1));
    sum.add(new float[] {2, 0, 0}, 0, new float[] {1, 0, 0}, new float[3]);
    sum.add(new float[] {2, 0, 0}, 0, new float[] {0, 0, 1}, new float[3]);

    assertThat(sum.mean().accuracy()).isEqualTo(0.5);
    assertThat(sum.examples()).isEqualTo(2);
  }
}
