package io.sentimentstreams.model.text;

/**
 * A token of a text and what a sequence has for it.
 *
 * @param token as the vocabulary spells it
 * @param known whether the vocabulary holds it
 * @param index that a sequence has in its place; 0 where it has none
 */
public record TextToken(String token, boolean known, int index) {}
