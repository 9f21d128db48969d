package io.sentimentstreams.trainer.packaging;

/**
 * Name and version of a model. A manifest checks both.
 *
 * @param name 1 to 64 letters, digits, '_', '.' or '-'
 * @param version written like a name
 */
public record ModelId(String name, String version) {}
