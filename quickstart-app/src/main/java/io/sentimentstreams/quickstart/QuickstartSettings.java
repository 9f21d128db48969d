package io.sentimentstreams.quickstart;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is played, by what, and how fast.
 *
 * @param bundle a bundle's zip or its folder
 * @param httpPort where the page, metrics and health are served; without it, the usual port or a
 *     free one
 * @param rate events a second, above 0
 * @param playlist the events
 * @param what they are, for people
 */
record QuickstartSettings(
    Path bundle, Optional<Integer> httpPort, double rate, Playlist playlist, String what) {}
