/** The single-precision production scorer: packed weights, batches and kernel stages. */
@NullMarked
package io.sentimentstreams.model.scoring.packed;

import org.jspecify.annotations.NullMarked;
