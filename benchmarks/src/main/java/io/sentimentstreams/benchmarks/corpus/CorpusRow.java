package io.sentimentstreams.benchmarks.corpus;

import io.sentimentstreams.benchmarks.result.Spread;

/**
 * What one way through the reviews took.
 *
 * @param who scored
 * @param how the reviews were given
 * @param threads that scored at once
 * @param ours whether it is of this project
 * @param fromText whether texts were turned into numbers too
 * @param reviewsPerSecond over all passes
 * @param largestDifference of a score from our one by one
 */
public record CorpusRow(
    String who,
    String how,
    int threads,
    boolean ours,
    boolean fromText,
    Spread reviewsPerSecond,
    double largestDifference) {}
