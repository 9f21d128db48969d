package io.sentimentstreams.app.deadletter;

/**
 * The application that writes dead letters.
 *
 * @param application the application id
 * @param version of the application
 * @param bundle the active bundle: name, version and SHA-256, separated by spaces
 */
public record DeadLetterOrigin(String application, String version, String bundle) {}
