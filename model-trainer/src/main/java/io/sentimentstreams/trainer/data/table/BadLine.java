package io.sentimentstreams.trainer.data.table;

/**
 * A line of a file that gives no text.
 *
 * @param number of the line, from 1; of several, the first one
 * @param problem why
 */
public record BadLine(long number, String problem) {}
