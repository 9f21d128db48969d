package io.sentimentstreams.benchmarks.pipeline;

import io.sentimentstreams.benchmarks.result.Quartiles;

/**
 * Startup time of the application.
 *
 * @param how command of the startup
 * @param archive whether it uses a class-data archive
 * @param seconds seconds from the start of the process until it is ready
 * @param times number of startups
 */
public record StartupRow(String how, boolean archive, Quartiles seconds, int times) {}
