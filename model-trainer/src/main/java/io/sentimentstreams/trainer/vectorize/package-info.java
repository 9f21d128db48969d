/** Texts read one at a time, and the rows of numbers or words that are made of them, as files. */
@NullMarked
package io.sentimentstreams.trainer.vectorize;

import org.jspecify.annotations.NullMarked;
