package io.sentimentstreams.trainer.data.table;

import java.util.Optional;

/**
 * What stands on one row of a file, as it was written.
 *
 * @param line where it begins, from 1
 * @param text the review
 * @param label what it is called
 * @param id where there is a column for it
 * @param split where there is a column for it
 */
record LabelledRow(
    long line, String text, String label, Optional<String> id, Optional<String> split) {}
