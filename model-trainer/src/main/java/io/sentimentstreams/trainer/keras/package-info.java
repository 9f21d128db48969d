/** Import of Keras models. */
@NullMarked
package io.sentimentstreams.trainer.keras;

import org.jspecify.annotations.NullMarked;
