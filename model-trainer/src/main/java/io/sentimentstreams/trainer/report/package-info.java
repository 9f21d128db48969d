/** HTML reports: training curves, evaluation charts, mistakes and provenance of a model. */
@NullMarked
package io.sentimentstreams.trainer.report;

import org.jspecify.annotations.NullMarked;
