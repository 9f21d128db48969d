package io.sentimentstreams.model.network;

import java.util.List;
import java.util.stream.Stream;

/**
 * Runs a recurrent layer over the sequence and another one of the same kind over its reverse
 * (Schuster and Paliwal, 1997). With {@code returnSequences} the reverse outputs are turned round
 * again, so that both speak of the same timestep.
 *
 * @param name the layer's name; weights are named {@code name/forward/...} and {@code
 *     name/backward/...}
 * @param cell the recurrent layer, the same settings for both directions
 * @param merge how the two outputs become one
 */
public record Bidirectional(String name, Recurrent cell, MergeMode merge) implements Layer {

  public Bidirectional {
    LayerChecks.name(name);
  }

  /** How the outputs of the two directions become one. */
  public enum MergeMode {
    /** Side by side, forward first. */
    CONCAT,
    /** Added. */
    SUM,
    /** The mean of both. */
    AVE,
    /** Multiplied element by element. */
    MUL
  }

  /** The prefix of the weights that read the sequence as it is. */
  public String forwardPrefix() {
    return name + "/forward";
  }

  /** The prefix of the weights that read the sequence reversed. */
  public String backwardPrefix() {
    return name + "/backward";
  }

  @Override
  public int outputSize(int inputSize) {
    return merge == MergeMode.CONCAT ? 2 * cell.units() : cell.units();
  }

  @Override
  public List<WeightSpec> weights(int inputSize) {
    return Stream.of(forwardPrefix(), backwardPrefix())
        .flatMap(prefix -> cell.weights(prefix, inputSize).stream())
        .toList();
  }
}
