/** The forward pass: token indices in, probability out. */
@NullMarked
package io.sentimentstreams.scoring;

import org.jspecify.annotations.NullMarked;
