/** Readable reference implementations of layers. */
@NullMarked
package io.sentimentstreams.trainer.example;

import org.jspecify.annotations.NullMarked;
