/** Model bundles on disk: reading, writing and verification. */
@NullMarked
package io.sentimentstreams.model.bundle;

import org.jspecify.annotations.NullMarked;
