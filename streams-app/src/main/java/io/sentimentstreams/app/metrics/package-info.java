/** The meters of the application: one list that names them all, and what records into them. */
@NullMarked
package io.sentimentstreams.app.metrics;

import org.jspecify.annotations.NullMarked;
