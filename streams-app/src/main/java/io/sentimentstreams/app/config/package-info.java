/**
 * The engine of the settings: their declaration, sources, validation, help and reference. It knows
 * no feature; each feature declares its own settings.
 */
@NullMarked
package io.sentimentstreams.app.config;

import org.jspecify.annotations.NullMarked;
