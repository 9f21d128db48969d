/** Engines that run the same network: ours and those of the peers. */
@NullMarked
package io.sentimentstreams.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
