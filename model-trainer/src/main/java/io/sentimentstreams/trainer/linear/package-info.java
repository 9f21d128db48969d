/**
 * A linear model of words and word n-grams: the baseline that a network must beat, and a teacher.
 */
@NullMarked
package io.sentimentstreams.trainer.linear;

import org.jspecify.annotations.NullMarked;
