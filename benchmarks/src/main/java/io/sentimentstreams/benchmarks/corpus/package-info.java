/** Real reviews through a whole model, each once. */
@NullMarked
package io.sentimentstreams.benchmarks.corpus;

import org.jspecify.annotations.NullMarked;
