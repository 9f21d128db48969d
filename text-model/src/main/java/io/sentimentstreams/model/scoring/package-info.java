/** Public API of the forward pass: texts to probabilities. */
@NullMarked
package io.sentimentstreams.model.scoring;

import org.jspecify.annotations.NullMarked;
