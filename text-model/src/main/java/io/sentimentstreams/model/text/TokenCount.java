package io.sentimentstreams.model.text;

/**
 * Number of tokens in a text.
 *
 * @param tokens all tokens
 * @param unknown tokens without an index that sequences use
 */
public record TokenCount(int tokens, int unknown) {}
