package io.sentimentstreams.model.text.vectorization;

import io.sentimentstreams.model.text.SequenceSettings;
import java.util.Optional;

/**
 * Shape of the rows of a {@code TextVectorization} layer.
 *
 * @param mode kind of row
 * @param sequenceLength number of indices in mode {@link OutputMode#INT}, at least 1; shorter rows
 *     end with zeros, longer ones lose their end; empty for rows of the length of their texts
 * @param padToMaxTokens whether rows of the other modes have {@code max_tokens} columns
 * @param ragged whether rows of indices shorter than {@code sequenceLength} are not padded
 */
public record VectorOutput(
    OutputMode mode, Optional<Integer> sequenceLength, boolean padToMaxTokens, boolean ragged) {

  public VectorOutput {
    if (mode != OutputMode.INT && sequenceLength.isPresent()) {
      throw new IllegalArgumentException(
          "output_sequence_length is set, but output_mode is not int");
    }
    if (sequenceLength.isPresent()
        && (sequenceLength.get() < 1 || sequenceLength.get() > SequenceSettings.MAX_LENGTH)) {
      throw new IllegalArgumentException(
          "output_sequence_length must be 1 to %d, was %d"
              .formatted(SequenceSettings.MAX_LENGTH, sequenceLength.get()));
    }
    if (mode != OutputMode.INT && ragged) {
      throw new IllegalArgumentException("ragged is true, but output_mode is not int");
    }
  }
}
