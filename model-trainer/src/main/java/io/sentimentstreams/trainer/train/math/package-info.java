/** Matrix products and gate functions on native arrays. */
@NullMarked
package io.sentimentstreams.trainer.train.math;

import org.jspecify.annotations.NullMarked;
