/** Distillation: teachers that score reviews without labels for a network to learn from. */
@NullMarked
package io.sentimentstreams.trainer.distill;

import org.jspecify.annotations.NullMarked;
