/** The model bundle on disk: read, written, verified. */
@NullMarked
package io.sentimentstreams.model.bundle;

import org.jspecify.annotations.NullMarked;
