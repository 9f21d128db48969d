package io.sentimentstreams.trainer.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sentimentstreams.trainer.data.LabelledText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearTrainerTest {

  private static final LinearTrainer TRAINER = new LinearTrainer(LinearSettings.standard());
  private static final List<String> NEUTRAL = List.of("the", "film", "was", "and", "story", "of");

  @Test
  void bigramsSeparatePositiveAndNegativeReviews() {
    LinearModel model = TRAINER.train(reviews(400, 1));

    long right =
        reviews(200, 2).stream()
            .filter(review -> model.score(review.text()) >= 0.5 == review.positive())
            .count();
    assertThat(right).isGreaterThan(190);
    assertThat(model.score("the story was not bad")).isGreaterThan(0.5);
    assertThat(model.score("the story was not good")).isLessThan(0.5);
  }

  @Test
  void wordsWithoutNgramsDoNotSeparateReviews() {
    LinearModel model = new LinearTrainer(new LinearSettings(1, 1)).train(reviews(400, 1));

    assertThat(model.score("bad not story")).isEqualTo(model.score("story not bad"));
    assertThat(model.features()).isLessThan(TRAINER.train(reviews(400, 1)).features());
  }

  @Test
  void trainingIsDeterministic() {
    LinearModel first = TRAINER.train(reviews(100, 1));
    LinearModel second = TRAINER.train(reviews(100, 1));

    for (LabelledText review : reviews(50, 3)) {
      assertThat(second.score(review.text())).isEqualTo(first.score(review.text()));
    }
  }

  /**
   * At the optimum of logistic regression with a regularized bias, the bias is C times the sum of
   * the residuals.
   */
  @Test
  void solutionIsOptimal() {
    List<LabelledText> reviews = new ArrayList<>(reviews(100, 1));
    reviews.removeIf(review -> !review.positive() && review.id().hashCode() % 3 != 0);
    LinearModel model = new LinearTrainer(new LinearSettings(2, 0.5)).train(reviews);

    double residuals =
        reviews.stream()
            .mapToDouble(review -> (review.positive() ? 1 : 0) - model.score(review.text()))
            .sum();
    double bias = Math.log(model.score("") / (1 - model.score("")));
    assertThat(bias).isNotZero().isCloseTo(0.5 * residuals, within(0.01));
  }

  @Test
  void reviewsOfOneLabelAreRejected() {
    List<LabelledText> glad = List.of(new LabelledText("a", "lovely", true));

    assertThatThrownBy(() -> TRAINER.train(glad))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 positive and 0 negative");
  }

  @Test
  void settingsOutOfRangeAreRejected() {
    assertThatThrownBy(() -> new LinearSettings(0, 1)).hasMessageContaining(": 0.");
    assertThatThrownBy(() -> new LinearSettings(11, 1)).hasMessageContaining(": 11.");
    assertThatThrownBy(() -> new LinearSettings(3, 0)).hasMessageContaining(": 0.0.");
    assertThatThrownBy(() -> new LinearSettings(3, Double.NaN)).hasMessageContaining("NaN");
  }

  /** Positive reviews contain "good" or "not bad", negative ones "bad" or "not good". */
  private static List<LabelledText> reviews(int count, long seed) {
    Random random = new Random(seed);
    List<LabelledText> reviews = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean positive = i % 2 == 0;
      boolean plain = random.nextBoolean();
      String opinion = (plain ? "" : "not ") + (positive == plain ? "good" : "bad");
      String text = neutral(random) + " " + opinion + " " + neutral(random);
      reviews.add(new LabelledText("review-" + i, text, positive));
    }
    return reviews;
  }

  private static String neutral(Random random) {
    return NEUTRAL.get(random.nextInt(NEUTRAL.size()))
        + " "
        + NEUTRAL.get(random.nextInt(NEUTRAL.size()));
  }
}
