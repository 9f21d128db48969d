package io.sentimentstreams.model.bundle;

/**
 * A bundle after reading and verification.
 *
 * @param bundle content
 * @param sha256 SHA-256 of the zip file, 64 lower-case hexadecimal digits
 */
public record LoadedBundle(Bundle bundle, String sha256) {}
