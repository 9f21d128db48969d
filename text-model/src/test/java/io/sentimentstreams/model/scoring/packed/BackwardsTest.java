package io.sentimentstreams.model.scoring.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sentimentstreams.model.network.Backwards;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.GlobalMaxPooling;
import io.sentimentstreams.model.network.Gru;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.network.SimpleRnn;
import io.sentimentstreams.model.scoring.reference.ReferenceScorer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recurrent layers that read from the last timestep to the first. */
class BackwardsTest {

  static List<Recurrent> cells() {
    return List.of(
        new SimpleRnn("cell", 7, true),
        new Lstm("cell", 7, true),
        new Gru("cell", 7, true, true),
        new Gru("cell", 7, true, false));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void scoresEqualThoseOfTheForwardLayerOnTheReversedSequence(Recurrent cell) {
    Recurrent last = withLastState(cell);
    Model forward = RandomModel.of(true, last);
    Model backward = backwards(forward, last);
    int[] ids = ids(20);
    double expected = new ReferenceScorer(forward).score(reversed(ids), ids.length);
    assertThat(new ReferenceScorer(backward).score(ids, ids.length)).isEqualTo(expected);
    assertThat(new ReferenceScorer(forward).score(ids, ids.length))
        .isNotCloseTo(expected, within(1e-4));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void kernelsAgreeWithTheReference(Recurrent cell) {
    for (boolean masked : new boolean[] {true, false}) {
      assertKernelsAgree(RandomModel.of(masked, new Backwards("backwards", withLastState(cell))));
      assertKernelsAgree(
          RandomModel.of(masked, new Backwards("backwards", cell), new GlobalMaxPooling("max")));
      assertKernelsAgree(
          RandomModel.of(masked, new Backwards("backwards", cell), new Lstm("top", 3, false)));
    }
  }

  @Test
  void aSequenceNeedsALayerThatReadsIt() {
    assertThatThrownBy(() -> RandomModel.of(true, new Backwards("backwards", cells().get(0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("layer output must follow");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 33})
  void aScorerKeepsNoStateOfAnotherRecord(int length) {
    Model model = RandomModel.of(false, new Backwards("backwards", new Lstm("cell", 5, false)));
    BatchScorer scorer = PackedModel.of(model).newScorer();
    double first = scorer.score(ids(length), length);
    scorer.score(ids(length + 5), length + 5);
    assertThat(scorer.score(ids(length), length)).isEqualTo(first);
  }

  private static void assertKernelsAgree(Model model) {
    int[] lengths = {0, 1, 2, 40, 17, 17};
    int[][] batch = new int[lengths.length][];
    for (int i = 0; i < lengths.length; i++) {
      batch[i] = ids(lengths[i]);
    }
    double[] scores = new double[lengths.length];
    ReferenceScorer reference = new ReferenceScorer(model);
    KernelAgreement.allKernels()
        .forEach(
            kernels -> {
              for (long tables : new long[] {Long.MAX_VALUE, 0}) {
                BatchScorer scorer = new PackedModel(model, kernels, tables).newScorer();
                scorer.score(batch, lengths, lengths.length, scores);
                for (int i = 0; i < lengths.length; i++) {
                  assertThat(scores[i])
                      .isCloseTo(reference.score(batch[i], lengths[i]), within(1e-5))
                      .isEqualTo(scorer.score(batch[i], lengths[i]));
                }
              }
            });
  }

  private static Model backwards(Model forward, Recurrent cell) {
    List<Layer> layers = new ArrayList<>(forward.network().layers());
    layers.set(1, new Backwards(cell.name(), cell));
    assertThat(layers).hasSize(3).first().isInstanceOf(Embedding.class);
    assertThat(layers).last().isInstanceOf(Dense.class);
    return new Model(new Network(layers), forward.weights());
  }

  private static Recurrent withLastState(Recurrent cell) {
    if (cell instanceof Gru gru) {
      return new Gru(gru.name(), gru.units(), false, gru.resetAfter());
    }
    return cell instanceof Lstm
        ? new Lstm(cell.name(), cell.units(), false)
        : new SimpleRnn(cell.name(), cell.units(), false);
  }

  private static int[] ids(int length) {
    return new SplittableRandom(length).ints(length, 0, RandomModel.VOCABULARY).toArray();
  }

  private static int[] reversed(int[] ids) {
    int[] reversed = new int[ids.length];
    for (int i = 0; i < ids.length; i++) {
      reversed[ids.length - 1 - i] = ids[i];
    }
    return reversed;
  }
}
