package io.sentimentstreams.trainer.dl4j;

import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.scoring.packed.PackedModel;
import io.sentimentstreams.model.scoring.reference.Scorer;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Comparison of a model's scores with those of the library. Index 0 of the model must be a token
 * like any other.
 */
final class LibraryComparison {

  /** Maximum absolute difference of a score. */
  static final double TOLERANCE = 1e-5;

  private static final int SEQUENCES = 16;
  private static final int MAX_LENGTH = 61;
  private static final long SEED = 42;

  private LibraryComparison() {}

  /**
   * Compares the scores of random sequences of 1 to 61 tokens.
   *
   * @throws UnsupportedDl4jModelException if a score differs by more than {@link #TOLERANCE}
   */
  static Dl4jModel.Comparison of(Model model, MultiLayerNetwork library) {
    int tokens = model.network().embedding().inputDim();
    int outputs = model.network().output().units();
    Scorer scorer = PackedModel.of(model).newScorer();
    double[] probabilities = new double[Math.max(2, outputs)];
    SplittableRandom random = new SplittableRandom(SEED);
    double largest = 0;
    for (int i = 0; i < SEQUENCES; i++) {
      int length = 1 + i * (MAX_LENGTH - 1) / (SEQUENCES - 1);
      int[] ids = random.ints(length, 0, tokens).toArray();
      scorer.classify(ids, length, probabilities);
      INDArray expected = output(library, ids);
      for (int k = 0; k < outputs; k++) {
        double found = probabilities[outputs == 1 ? 1 : k];
        double difference = Math.abs(found - expected.getDouble(k));
        if (!(difference <= TOLERANCE)) {
          throw new UnsupportedDl4jModelException(
              "a sequence of %d tokens has the score %s in Deeplearning4j and %s here"
                  .formatted(length, expected.getDouble(k), found),
              "Report this model: its layers have another meaning than expected");
        }
        largest = Math.max(largest, difference);
      }
    }
    return new Dl4jModel.Comparison(SEQUENCES, largest);
  }

  private static INDArray output(MultiLayerNetwork library, int[] ids) {
    INDArray input =
        Nd4j.createFromArray(ids)
            .castTo(library.getLayerWiseConfigurations().getDataType())
            .reshape(1, ids.length);
    INDArray output = library.output(input);
    if (output.rank() < 3) {
      return output.slice(0).dup();
    }
    // RnnOutputLayer returns every timestep: 1 x outputs x timesteps, or the last two exchanged.
    INDArray steps = output.slice(0);
    return isTimeFirst(library)
        ? steps.getRow(ids.length - 1).dup()
        : steps.getColumn(ids.length - 1).dup();
  }

  private static boolean isTimeFirst(MultiLayerNetwork library) {
    return library.getOutputLayer().conf().getLayer() instanceof RnnOutputLayer output
        && output.getRnnDataFormat() == RNNFormat.NWC;
  }
}
