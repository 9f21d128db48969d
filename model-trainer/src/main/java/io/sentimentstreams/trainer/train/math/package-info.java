/** Native matrix products, gate functions and orthonormal matrices. */
@NullMarked
package io.sentimentstreams.trainer.train.math;

import org.jspecify.annotations.NullMarked;
