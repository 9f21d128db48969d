package io.sentimentstreams.trainer.vectorize;

import java.util.List;
import java.util.Optional;

/**
 * Vectorized rows of all texts with their number type and shape.
 *
 * @param rows one per text, computed on demand
 * @param type number type
 * @param shape common shape of the rows, one or two dimensions; empty for rows of different shapes
 *     and for words
 */
public record Vectorization(
    Source<VectorizedRow> rows, NumberType type, Optional<List<Integer>> shape) {}
