/** Text to token indices, as Keras does it. */
@NullMarked
package io.sentimentstreams.text;

import org.jspecify.annotations.NullMarked;
