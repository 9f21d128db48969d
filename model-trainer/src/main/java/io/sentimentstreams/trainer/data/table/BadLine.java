package io.sentimentstreams.trainer.data.table;

/**
 * A line of a file without a valid text.
 *
 * @param number line number from 1; the first line of a row with several lines
 * @param problem reason
 */
public record BadLine(long number, String problem) {}
