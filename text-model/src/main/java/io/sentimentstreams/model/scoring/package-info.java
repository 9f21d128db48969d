/** The forward pass: token indices in, probability out. */
@NullMarked
package io.sentimentstreams.model.scoring;

import org.jspecify.annotations.NullMarked;
