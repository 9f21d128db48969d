/** The settings of the application: their one definition, where they come from, their faults. */
@NullMarked
package io.sentimentstreams.app.config;

import org.jspecify.annotations.NullMarked;
