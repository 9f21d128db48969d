/** The model card of a bundle. */
@NullMarked
package io.sentimentstreams.trainer.modelcard;

import org.jspecify.annotations.NullMarked;
