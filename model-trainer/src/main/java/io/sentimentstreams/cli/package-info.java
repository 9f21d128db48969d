/** The commands of the trainer, and what they put together: train, evaluate, predict, linear. */
@NullMarked
package io.sentimentstreams.cli;

import org.jspecify.annotations.NullMarked;
