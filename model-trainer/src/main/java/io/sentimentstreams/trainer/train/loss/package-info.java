/** The loss, its weights and its sums. */
@NullMarked
package io.sentimentstreams.trainer.train.loss;

import org.jspecify.annotations.NullMarked;
