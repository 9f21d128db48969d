package io.sentimentstreams.benchmarks.pipeline;

import io.sentimentstreams.benchmarks.result.Spread;

/**
 * How long the application takes to start.
 *
 * @param how it is started
 * @param archive whether from a class-data archive
 * @param seconds from the start of the process until it is ready
 * @param times how often it was started
 */
public record StartRow(String how, boolean archive, Spread seconds, int times) {}
