/** Word vectors: files, vocabulary coverage and training. */
@NullMarked
package io.sentimentstreams.trainer.embedding;

import org.jspecify.annotations.NullMarked;
