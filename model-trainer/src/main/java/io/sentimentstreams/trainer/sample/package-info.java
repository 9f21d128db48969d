/** Files with scores of other models, to which the scores of a bundle are compared. */
@NullMarked
package io.sentimentstreams.trainer.sample;

import org.jspecify.annotations.NullMarked;
