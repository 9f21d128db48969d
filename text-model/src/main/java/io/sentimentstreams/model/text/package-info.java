/** Text to token indices, as Keras does it. */
@NullMarked
package io.sentimentstreams.model.text;

import org.jspecify.annotations.NullMarked;
