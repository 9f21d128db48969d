/** Normalizer: typed text with the marks, spaces and words that a vocabulary was counted on. */
@NullMarked
package io.sentimentstreams.model.text.normalize;

import org.jspecify.annotations.NullMarked;
