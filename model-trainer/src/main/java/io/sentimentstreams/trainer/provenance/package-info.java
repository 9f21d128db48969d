/** Facts about how a model was made, as its bundle records them. */
@NullMarked
package io.sentimentstreams.trainer.provenance;

import org.jspecify.annotations.NullMarked;
