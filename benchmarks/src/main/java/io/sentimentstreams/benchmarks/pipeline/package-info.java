/**
 * Benchmark of a review's whole path through Kafka: throughput, latency, startup, memory and
 * processor time by purpose.
 */
@NullMarked
package io.sentimentstreams.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
