package io.sentimentstreams.quickstart;

import java.util.List;
import java.util.Optional;

/**
 * The settings of a run.
 *
 * @param selection the bundles and the reviews
 * @param httpPort the port for the page, metrics and health; if empty, the default port or a free
 *     one
 * @param rate events per second, above 0
 * @param warmUp the events before the table begins
 * @param playlist the events of the table
 */
record QuickstartSettings(
    ReviewSelection selection,
    Optional<Integer> httpPort,
    double rate,
    List<PlannedEvent> warmUp,
    Playlist playlist) {

  QuickstartSettings {
    warmUp = List.copyOf(warmUp);
  }
}
