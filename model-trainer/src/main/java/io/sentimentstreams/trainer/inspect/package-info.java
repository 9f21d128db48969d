/** Contents and comparison of bundles, as text and as JSON. */
@NullMarked
package io.sentimentstreams.trainer.inspect;

import org.jspecify.annotations.NullMarked;
