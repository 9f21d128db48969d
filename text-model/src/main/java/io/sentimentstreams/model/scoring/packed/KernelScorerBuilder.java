package io.sentimentstreams.model.scoring.packed;

import io.sentimentstreams.model.network.Backwards;
import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Bidirectional.MergeMode;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.Flatten;
import io.sentimentstreams.model.network.GlobalAveragePooling;
import io.sentimentstreams.model.network.GlobalMaxPooling;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.scoring.packed.KernelRecurrence.Direction;
import io.sentimentstreams.model.scoring.reference.DenseStage;
import io.sentimentstreams.model.scoring.reference.Outputs;
import io.sentimentstreams.model.scoring.reference.PoolingStage.Kind;
import io.sentimentstreams.model.scoring.reference.TokenBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builder of the stages of one scorer, each connected to its input and output. */
final class KernelScorerBuilder {

  private final PackedModel packed;
  private final int records;
  private final TokenBatch tokens;
  private final List<KernelStage> stages = new ArrayList<>();
  private final List<DenseStage> dense = new ArrayList<>();

  /** Output of the last stage so far; the embedding's before the first one. */
  private FloatSequence current;

  /** Whether no stage has read the tokens yet. */
  private boolean atTokens = true;

  KernelScorerBuilder(PackedModel packed) {
    this.packed = packed;
    records = packed.loops().recordsAtOnce();
    Embedding embedding = packed.network().embedding();
    tokens = new TokenBatch(embedding);
    current = new FloatSequence(embedding.outputDim());
    if (!packed.folded()) {
      float[] vectors = packed.model().weight(embedding.name() + "/embeddings");
      stages.add(new EmbeddingStage(tokens, vectors, current));
    }
  }

  KernelScorer scorer() {
    List<Layer> layers = packed.network().layers();
    for (int i = 1; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      Optional<Kind> pooling = pooling(layers.get(Math.min(i + 1, layers.size() - 1)));
      if (pooling.isPresent() && canPool(layer)) {
        recurrent(layer, pooling);
        i++;
      } else {
        add(layer);
      }
    }
    Outputs outputs = new Outputs(packed.network());
    return new KernelScorer(tokens, records, stages, current, dense, outputs);
  }

  private void add(Layer layer) {
    if (layer instanceof Dense last) {
      dense.add(DenseStage.of(packed.model(), last));
      return;
    }
    Optional<Kind> pooling = pooling(layer);
    if (layer instanceof Flatten flatten) {
      FloatSequence output = new FloatSequence(layer.outputSize(current.width()));
      stages.add(new KernelFlattenStage(tokens, current, flatten.steps(), output));
      current = output;
    } else if (pooling.isPresent()) {
      FloatSequence output = new FloatSequence(current.width());
      Pool pool = new Pool(packed.loops(), pooling.get(), 1, current.width());
      stages.add(new KernelPoolingStage(tokens, current, pool, output));
      current = output;
    } else {
      recurrent(layer, Optional.empty());
    }
    atTokens = false;
  }

  private static Optional<Kind> pooling(Layer layer) {
    if (layer instanceof GlobalMaxPooling) {
      return Optional.of(Kind.MAX);
    }
    return layer instanceof GlobalAveragePooling ? Optional.of(Kind.AVERAGE) : Optional.empty();
  }

  /** Returns whether each unit's outputs over time come from a single direction. */
  private static boolean canPool(Layer layer) {
    return layer instanceof Recurrent
        || layer instanceof Backwards
        || (layer instanceof Bidirectional both && both.merge() == MergeMode.CONCAT);
  }

  private void recurrent(Layer layer, Optional<Kind> pooling) {
    if (layer instanceof Recurrent cell) {
      FloatSequence output = new FloatSequence(cell.units());
      direction(cell, cell.name(), Direction.FORWARD, output, 0, pooling);
      current = output;
    } else if (layer instanceof Backwards backwards) {
      FloatSequence output = new FloatSequence(backwards.cell().units());
      direction(backwards.cell(), backwards.name(), Direction.BACKWARD, output, 0, pooling);
      current = output;
    } else if (layer instanceof Bidirectional both && both.merge() == MergeMode.CONCAT) {
      int units = both.cell().units();
      FloatSequence output = new FloatSequence(2 * units);
      direction(both.cell(), both.forwardPrefix(), Direction.FORWARD, output, 0, pooling);
      direction(both.cell(), both.backwardPrefix(), Direction.BACKWARD, output, units, pooling);
      current = output;
    } else if (layer instanceof Bidirectional both) {
      FloatSequence forward = new FloatSequence(both.cell().units());
      FloatSequence backward = new FloatSequence(both.cell().units());
      FloatSequence output = new FloatSequence(both.cell().units());
      direction(both.cell(), both.forwardPrefix(), Direction.FORWARD, forward, 0, pooling);
      direction(both.cell(), both.backwardPrefix(), Direction.BACKWARD, backward, 0, pooling);
      stages.add(new MergeStage(forward, backward, both.merge(), output));
      current = output;
    } else {
      throw new AssertionError("only the first layer can be an embedding: " + layer);
    }
    atTokens = false;
  }

  private void direction(
      Recurrent layer,
      String prefix,
      Direction direction,
      FloatSequence output,
      int column,
      Optional<Kind> pooling) {
    PackedCell cell = packed.cell(prefix);
    InputProjections rows =
        atTokens && packed.folded()
            ? packed.tokenRows(tokens, prefix)
            : new ComputedProjections(current, cell);
    KernelCell states = cell.newCell();
    HiddenOutput hidden = hidden(layer, states.stride(), output, column, pooling);
    stages.add(new KernelRecurrence(tokens, records, rows, states, direction, hidden));
  }

  private HiddenOutput hidden(
      Recurrent layer, int stride, FloatSequence output, int column, Optional<Kind> pooling) {
    if (pooling.isPresent()) {
      Pool pool = new Pool(packed.loops(), pooling.get(), records, layer.units());
      return new PooledHidden(pool, output, column, stride);
    }
    return layer.returnSequences()
        ? new HiddenSequence(output, column, layer.units(), stride)
        : new LastHidden(output, column, layer.units(), stride);
  }
}
