/** The commands. */
@NullMarked
package io.sentimentstreams.benchmarks.cli;

import org.jspecify.annotations.NullMarked;
