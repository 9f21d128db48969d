/** What the layers compute, written out to be read. */
@NullMarked
package io.sentimentstreams.trainer.example;

import org.jspecify.annotations.NullMarked;
