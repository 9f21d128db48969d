package io.sentimentstreams.model.scoring.reference;

import io.sentimentstreams.model.network.Backwards;
import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.Flatten;
import io.sentimentstreams.model.network.GlobalAveragePooling;
import io.sentimentstreams.model.network.GlobalMaxPooling;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Recurrent;
import java.util.ArrayList;
import java.util.List;

/**
 * Forward pass in double precision, one record at a time, written like the equations. Faster
 * scorers are tested against it. If the embedding masks zeros, index 0 is skipped at any position;
 * otherwise it is an ordinary token.
 *
 * <p>Not thread-safe: one per thread. Memory is reused: after the longest record, scoring allocates
 * nothing.
 */
public final class ReferenceScorer implements Scorer {

  private final TokenBatch tokens;
  private final float[] vectors;
  private final Sequence embedded;
  private final List<Stage> stages;
  private final Outputs outputs;

  /**
   * Converts the weights for this scorer.
   *
   * @param model network and weights, shared and not modified
   */
  public ReferenceScorer(Model model) {
    Embedding embedding = model.network().embedding();
    tokens = new TokenBatch(embedding);
    vectors = model.weight(embedding.name() + "/embeddings");
    embedded = new Sequence(embedding.outputDim());
    stages = stages(model);
    outputs = new Outputs(model.network());
  }

  @Override
  public double score(int[] ids, int length) {
    return outputs.score(run(ids, length));
  }

  @Override
  public void classify(int[] ids, int length, double[] probabilities) {
    outputs.classify(run(ids, length), probabilities);
  }

  private double[] run(int[] ids, int length) {
    embed(ids, length);
    Sequence current = embedded;
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      stage.run(current);
      current = stage.output();
    }
    return current.values();
  }

  private void embed(int[] ids, int length) {
    tokens.accept(ids, length);
    int width = embedded.width();
    embedded.resize(tokens.steps());
    double[] values = embedded.values();
    for (int t = 0; t < tokens.steps(); t++) {
      for (int j = 0; j < width; j++) {
        values[t * width + j] = vectors[tokens.id(t) * width + j];
      }
    }
  }

  private static List<Stage> stages(Model model) {
    List<Stage> stages = new ArrayList<>();
    int width = 1;
    for (Layer layer : model.network().layers()) {
      if (!(layer instanceof Embedding)) {
        stages.add(stage(model, layer, width));
      }
      width = layer.outputSize(width);
    }
    return List.copyOf(stages);
  }

  private static Stage stage(Model model, Layer layer, int inputSize) {
    if (layer instanceof Recurrent recurrent) {
      return recurrentStage(model, recurrent, recurrent.name(), false);
    }
    if (layer instanceof Backwards backwards) {
      return recurrentStage(model, backwards.cell(), backwards.name(), true);
    }
    if (layer instanceof Bidirectional both) {
      return new BidirectionalStage(
          recurrentStage(model, both.cell(), both.forwardPrefix(), false),
          recurrentStage(model, both.cell(), both.backwardPrefix(), true),
          both.merge());
    }
    if (layer instanceof GlobalMaxPooling) {
      return new PoolingStage(PoolingStage.Kind.MAX, inputSize);
    }
    if (layer instanceof GlobalAveragePooling) {
      return new PoolingStage(PoolingStage.Kind.AVERAGE, inputSize);
    }
    if (layer instanceof Flatten flatten) {
      return new FlattenStage(flatten.steps(), inputSize);
    }
    if (layer instanceof Dense dense) {
      return DenseStage.of(model, dense);
    }
    throw new AssertionError("only the first layer can be an embedding: " + layer);
  }

  private static RecurrentStage recurrentStage(
      Model model, Recurrent layer, String prefix, boolean backwards) {
    return new RecurrentStage(
        CellWeights.newCell(model, layer, prefix), layer.returnSequences(), backwards);
  }
}
