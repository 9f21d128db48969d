package io.sentimentstreams.benchmarks.corpus;

import io.sentimentstreams.benchmarks.result.Quartiles;

/**
 * Throughput of one mode.
 *
 * @param who engine
 * @param how batching and order of the reviews
 * @param threads number of scoring threads
 * @param ours whether the engine is part of this project
 * @param fromText whether the time includes the encoding of the texts
 * @param reviewsPerSecond over all passes
 * @param largestDifference largest difference between a score and ours one by one
 */
public record CorpusRow(
    String who,
    String how,
    int threads,
    boolean ours,
    boolean fromText,
    Quartiles reviewsPerSecond,
    double largestDifference) {}
