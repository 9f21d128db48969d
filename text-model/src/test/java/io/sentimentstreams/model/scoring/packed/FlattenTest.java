package io.sentimentstreams.model.scoring.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Bidirectional.MergeMode;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Dense.Activation;
import io.sentimentstreams.model.network.Flatten;
import io.sentimentstreams.model.network.Gru;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.SimpleRnn;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.model.scoring.reference.ReferenceScorer;
import io.sentimentstreams.model.scoring.reference.Scorer;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Side;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.model.text.TokenizerSettings;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Sequences of one length as one vector. */
class FlattenTest {

  @Property(tries = 100)
  void kernelsScoreAFlattenedSequenceAsTheReferenceDoes(
      @ForAll @IntRange(min = 1, max = 40) int steps,
      @ForAll @IntRange(max = 2) int below,
      @ForAll long seed) {
    Model model = RandomModel.of(false, layers(steps, below));
    int[] ids = new SplittableRandom(seed).ints(steps, 0, RandomModel.VOCABULARY).toArray();
    double expected = new ReferenceScorer(model).score(ids, steps);
    KernelAgreement.allKernels()
        .forEach(
            kernels -> {
              for (long largestTables : new long[] {0, Long.MAX_VALUE}) {
                BatchScorer scorer = new PackedModel(model, kernels, largestTables).newScorer();
                scorer.score(new int[steps], steps);
                double score = scorer.score(ids, steps);
                assertThat(score).as(kernels.description()).isCloseTo(expected, within(1e-5));
                double[] scores = new double[3];
                int[] lengths = {steps, steps, steps};
                scorer.score(new int[][] {new int[steps], ids, ids}, lengths, 3, scores);
                assertThat(scores[1]).isEqualTo(score);
                assertThat(scores[2]).isEqualTo(score);
              }
            });
  }

  private static Layer[] layers(int steps, int below) {
    Layer flatten = new Flatten("flatten", steps);
    Layer hidden = new Dense("hidden", 4, Activation.RELU);
    return switch (below) {
      case 0 -> new Layer[] {flatten, hidden};
      case 1 -> new Layer[] {new SimpleRnn("rnn", 5, true), flatten, hidden};
      default ->
          new Layer[] {
            new Bidirectional("both", new Gru("gru", 3, true, true), MergeMode.CONCAT), flatten
          };
    };
  }

  @Test
  void everyTimestepHasWeightsOfItsOwn() {
    Model model = RandomModel.of(false, new Flatten("flatten", 2));
    assertThat(model.network().fixedLength()).contains(2);
    float[] vectors = model.weight("embedding/embeddings");
    float[] kernel = model.weight("output/kernel");
    double sum = model.weight("output/bias")[0];
    for (int j = 0; j < 3; j++) {
      sum += (double) vectors[3 * 7 + j] * kernel[j];
      sum += (double) vectors[3 * 4 + j] * kernel[3 + j];
    }
    assertThat(new ReferenceScorer(model).score(new int[] {7, 4}, 2))
        .isCloseTo(1 / (1 + Math.exp(-sum)), within(1e-12));
  }

  @Test
  void aSequenceOfAnotherLengthIsRefused() {
    Model model = RandomModel.of(false, new Flatten("flatten", 3));
    for (Scorer scorer : List.of(new ReferenceScorer(model), PackedModel.of(model).newScorer())) {
      assertThatThrownBy(() -> scorer.score(new int[] {1, 2}, 2))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "the network flattens 3 timesteps, but the sequence has 2; pad or truncate it");
    }
  }

  @Test
  void textsOfAnyLengthArePaddedOrCutForIt() {
    Tokenizer tokenizer = Tokenizer.fit(TokenizerSettings.keras(), List.of("a b c d e f g"));
    PackedModel model = PackedModel.of(RandomModel.of(false, new Flatten("flatten", 3)));
    TextScorer texts =
        new TextScorer(model, tokenizer, new SequenceSettings(3, Side.PRE, Side.PRE));
    Scorer scorer = model.newScorer();
    assertThat(texts.score("b").score()).isEqualTo(scorer.score(new int[] {0, 0, 2}, 3));
    assertThat(texts.score("a b c d").score()).isEqualTo(scorer.score(new int[] {2, 3, 4}, 3));
    assertThat(texts.score("").score()).isEqualTo(scorer.score(new int[3], 3));
  }

  @Test
  void aNetworkThatMasksZerosCannotFlatten() {
    assertThatThrownBy(() -> RandomModel.of(true, new Flatten("flatten", 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must not mask");
  }
}
