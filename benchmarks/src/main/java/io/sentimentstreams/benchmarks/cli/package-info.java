/** Commands of the benchmark program. */
@NullMarked
package io.sentimentstreams.benchmarks.cli;

import org.jspecify.annotations.NullMarked;
