/** Readers of table files: CSV, TSV and JSON lines, with a limit on bad lines. */
@NullMarked
package io.sentimentstreams.trainer.data.table;

import org.jspecify.annotations.NullMarked;
