/** What a model did, on one page: curves, charts, the worst mistakes and where it came from. */
@NullMarked
package io.sentimentstreams.trainer.report;

import org.jspecify.annotations.NullMarked;
