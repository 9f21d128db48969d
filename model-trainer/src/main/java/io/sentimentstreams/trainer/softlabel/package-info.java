/** Soft labels from files: any teacher's probabilities as targets of a training. */
@NullMarked
package io.sentimentstreams.trainer.softlabel;

import org.jspecify.annotations.NullMarked;
