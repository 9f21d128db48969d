package io.sentimentstreams.model.text;

/**
 * A token of a text and its index in a sequence.
 *
 * @param token spelling in the vocabulary
 * @param known whether the vocabulary contains it
 * @param index index in a sequence; 0 if it has none
 */
public record TextToken(String token, boolean known, int index) {}
