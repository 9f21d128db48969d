package io.sentimentstreams.app.config;

import java.util.Optional;

/**
 * The page that shows what the application does, and its interface.
 *
 * @param enabled whether there is one; empty for where only this machine can ask for it
 * @param texts whether it shows the reviews that were scored last, with their identifiers
 */
public record PageSettings(Optional<Boolean> enabled, boolean texts) {}
