package io.sentimentstreams.model.network;

import java.util.List;
import java.util.stream.Stream;

/**
 * Recurrent layer over the sequence and another one of the same kind over its reverse (Schuster and
 * Paliwal, 1997). With {@code returnSequences} the backward outputs are reversed again, so both
 * outputs of a timestep belong together.
 *
 * @param name layer name; weights are named {@code name/forward/...} and {@code name/backward/...}
 * @param cell recurrent layer, the same settings for both directions
 * @param merge how the two outputs are merged
 */
public record Bidirectional(String name, Recurrent cell, MergeMode merge) implements Layer {

  public Bidirectional {
    LayerChecks.name(name);
  }

  /** How the outputs of the two directions are merged. */
  public enum MergeMode {
    /** Concatenated, forward first. */
    CONCAT,
    /** Sum. */
    SUM,
    /** Mean. */
    AVE,
    /** Element-wise product. */
    MUL
  }

  /** Returns the prefix of the weights of the forward direction. */
  public String forwardPrefix() {
    return name + "/forward";
  }

  /** Returns the prefix of the weights of the backward direction. */
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
