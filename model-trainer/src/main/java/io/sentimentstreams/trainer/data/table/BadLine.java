package io.sentimentstreams.trainer.data.table;

import java.nio.file.Path;

/**
 * A line of a file without a valid text.
 *
 * @param file the file
 * @param number line number from 1; the first line of a row with several lines
 * @param problem reason
 */
public record BadLine(Path file, long number, String problem) {}
