/** How good a model is: scores of labelled reviews and the measures over them. */
@NullMarked
package io.sentimentstreams.trainer.evaluate;

import org.jspecify.annotations.NullMarked;
