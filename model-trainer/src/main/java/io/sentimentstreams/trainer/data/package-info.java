/** Values of data sets: labelled and unlabelled texts, labels, splits and fingerprints. */
@NullMarked
package io.sentimentstreams.trainer.data;

import org.jspecify.annotations.NullMarked;
