/** One training from reviews to a bundle. */
@NullMarked
package io.sentimentstreams.trainer.pipeline;

import org.jspecify.annotations.NullMarked;
