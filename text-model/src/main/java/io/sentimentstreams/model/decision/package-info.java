/** The decision from probabilities to a label, or to no label with the reason. */
@NullMarked
package io.sentimentstreams.model.decision;

import org.jspecify.annotations.NullMarked;
