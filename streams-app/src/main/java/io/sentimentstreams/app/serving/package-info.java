/** The active model with its decision rule, its settings, and the listener of scores. */
@NullMarked
package io.sentimentstreams.app.serving;

import org.jspecify.annotations.NullMarked;
