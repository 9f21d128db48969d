/** Ways to run one network: ours, and those of the peers with the same weights. */
@NullMarked
package io.sentimentstreams.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
