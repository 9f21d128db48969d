package io.sentimentstreams.quickstart;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a run.
 *
 * @param bundle a bundle's zip file or folder
 * @param httpPort the port for the page, metrics and health; if empty, the default port or a free
 *     one
 * @param rate events per second, above 0
 * @param warmUp the events before the table begins
 * @param playlist the events of the table
 * @param content a description of the reviews, for people
 */
record QuickstartSettings(
    Path bundle,
    Optional<Integer> httpPort,
    double rate,
    List<PlannedEvent> warmUp,
    Playlist playlist,
    String content) {

  QuickstartSettings {
    warmUp = List.copyOf(warmUp);
  }
}
