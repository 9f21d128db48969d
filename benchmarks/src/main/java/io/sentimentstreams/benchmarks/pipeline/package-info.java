/** The whole way of a review over Kafka: throughput, latency, start, memory, where time goes. */
@NullMarked
package io.sentimentstreams.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
