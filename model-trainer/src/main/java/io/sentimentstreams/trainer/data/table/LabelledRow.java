package io.sentimentstreams.trainer.data.table;

import java.util.Optional;

/**
 * Unmodified fields of one row.
 *
 * @param line first line of the row, from 1
 * @param text the review
 * @param label its label in any spelling, empty if the row has none
 * @param id empty if the table has no such column
 * @param split empty if the table has no such column
 * @param domain empty if no such column was asked for
 */
record LabelledRow(
    long line,
    String text,
    String label,
    Optional<String> id,
    Optional<String> split,
    Optional<String> domain) {}
