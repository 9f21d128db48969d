/** The way of a review through the application: read, decoded, scored, written. */
@NullMarked
package io.sentimentstreams.app.topology;

import org.jspecify.annotations.NullMarked;
