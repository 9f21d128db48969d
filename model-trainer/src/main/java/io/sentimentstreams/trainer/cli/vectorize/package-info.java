/** The {@code vectorize} command and its options. */
@NullMarked
package io.sentimentstreams.trainer.cli.vectorize;

import org.jspecify.annotations.NullMarked;
