package io.sentimentstreams.model.text;

/**
 * A token of a text and its index in a sequence.
 *
 * @param token spelling in the vocabulary
 * @param known whether the vocabulary contains it
 * @param index index in a sequence; 0 if it has none
 * @param from position in the text, in UTF-16 code units
 * @param to position in the text behind the last character of the token
 */
public record TextToken(String token, boolean known, int index, int from, int to) {}
