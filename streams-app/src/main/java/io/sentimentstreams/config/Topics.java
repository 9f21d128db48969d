package io.sentimentstreams.config;

/**
 * The topics' names.
 *
 * @param reviews where reviews are read
 * @param scores where scores are written
 * @param deadLetter where records are written that cannot be scored
 */
public record Topics(String reviews, String scores, String deadLetter) {}
