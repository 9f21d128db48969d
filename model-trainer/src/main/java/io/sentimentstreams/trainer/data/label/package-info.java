/** Labels of rows as values: normalisation, sentiment scales, mapping and plausibility. */
@NullMarked
package io.sentimentstreams.trainer.data.label;

import org.jspecify.annotations.NullMarked;
