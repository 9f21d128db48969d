package io.sentimentstreams.app.config;

import java.time.Duration;
import java.util.Optional;

/**
 * How the sentiment by item is counted.
 *
 * @param window how long a window is
 * @param grace how long after its end a window still takes what comes late
 * @param retention how long a window can be asked for, at least {@code window} and {@code grace}
 * @param server where other instances ask this one, host:port; empty where they cannot
 */
public record ItemSettings(
    Duration window, Duration grace, Duration retention, Optional<String> server) {}
