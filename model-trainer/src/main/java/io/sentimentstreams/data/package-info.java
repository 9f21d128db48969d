/** Labelled reviews from files: readers, the part that is held out, fingerprints. */
@NullMarked
package io.sentimentstreams.data;

import org.jspecify.annotations.NullMarked;
