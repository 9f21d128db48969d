package io.sentimentstreams.trainer.data;

/**
 * A line of a file that gives no text.
 *
 * @param number of the line, from 1; of several, the first one
 * @param problem why
 */
record BadLine(long number, String problem) {}
