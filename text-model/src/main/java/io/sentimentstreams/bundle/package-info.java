/** The model bundle on disk: read, written, verified. */
@NullMarked
package io.sentimentstreams.bundle;

import org.jspecify.annotations.NullMarked;
