package io.sentimentstreams.app.deadletter;

/**
 * The application that writes dead letters.
 *
 * @param application the application id
 * @param version of the application
 * @param bundle the name, version and SHA-256 of the bundle, separated by spaces; of each bundle if
 *     there are several, separated by commas
 */
public record DeadLetterOrigin(String application, String version, String bundle) {}
