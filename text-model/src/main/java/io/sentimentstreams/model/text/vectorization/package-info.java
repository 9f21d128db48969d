/** Text preprocessing of Keras' {@code TextVectorization} layer. */
@NullMarked
package io.sentimentstreams.model.text.vectorization;

import org.jspecify.annotations.NullMarked;
