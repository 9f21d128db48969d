/** Conversion of texts to token indices, compatible with Keras. */
@NullMarked
package io.sentimentstreams.model.text;

import org.jspecify.annotations.NullMarked;
