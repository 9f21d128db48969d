/** Matrix and activation kernels, scalar and SIMD. Only the scoring packages use them. */
@NullMarked
package io.sentimentstreams.model.scoring.kernel;

import org.jspecify.annotations.NullMarked;
