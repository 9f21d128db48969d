/** Linear model on words and n-grams: a baseline for networks and a teacher for distillation. */
@NullMarked
package io.sentimentstreams.trainer.linear;

import org.jspecify.annotations.NullMarked;
