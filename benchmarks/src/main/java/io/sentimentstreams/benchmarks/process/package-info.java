/** Commands of child processes: a broker, a producer, and applications of the peers. */
@NullMarked
package io.sentimentstreams.benchmarks.process;

import org.jspecify.annotations.NullMarked;
