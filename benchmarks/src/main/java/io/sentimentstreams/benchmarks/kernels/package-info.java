/**
 * Benchmark of the forward pass alone, by cell, width, length, batch and threads, with the limits
 * of the machine.
 */
@NullMarked
package io.sentimentstreams.benchmarks.kernels;

import org.jspecify.annotations.NullMarked;
