/** The commands of the trainer, and what they put together of the other packages. */
@NullMarked
package io.sentimentstreams.trainer.cli;

import org.jspecify.annotations.NullMarked;
