/** Commands and terminal output of the trainer. */
@NullMarked
package io.sentimentstreams.trainer.cli;

import org.jspecify.annotations.NullMarked;
