/** Word vectors: files of them, what they cover of a vocabulary, and how they are learned. */
@NullMarked
package io.sentimentstreams.trainer.embedding;

import org.jspecify.annotations.NullMarked;
