package io.sentimentstreams.trainer.vectorize;

import java.util.List;
import java.util.Optional;

/**
 * The rows of all texts, and how they look.
 *
 * @param rows one a text, made when they are asked for
 * @param type of their numbers
 * @param shape of each row, where all have the same: one or two lengths; empty for rows of
 *     different lengths, and for words
 */
public record Vectorization(
    Source<VectorizedRow> rows, NumberType type, Optional<List<Integer>> shape) {}
