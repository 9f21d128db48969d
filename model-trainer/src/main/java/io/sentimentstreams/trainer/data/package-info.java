/** Labelled reviews from files: readers, the part that is held out, fingerprints. */
@NullMarked
package io.sentimentstreams.trainer.data;

import org.jspecify.annotations.NullMarked;
