package io.sentimentstreams.model.bundle;

/**
 * A bundle as it was read and verified.
 *
 * @param bundle what it holds
 * @param sha256 of the zip file, 64 lower-case hexadecimal digits
 */
public record LoadedBundle(Bundle bundle, String sha256) {}
