/**
 * The forward pass alone: by cell, width, length, batch and threads, beside the machine's limits.
 */
@NullMarked
package io.sentimentstreams.benchmarks.kernels;

import org.jspecify.annotations.NullMarked;
