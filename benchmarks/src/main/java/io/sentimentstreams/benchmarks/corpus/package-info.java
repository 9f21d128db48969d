/** Throughput on real reviews with a whole model. */
@NullMarked
package io.sentimentstreams.benchmarks.corpus;

import org.jspecify.annotations.NullMarked;
