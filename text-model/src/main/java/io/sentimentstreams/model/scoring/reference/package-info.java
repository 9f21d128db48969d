/** The double-precision reference scorer, which reads like the equations. */
@NullMarked
package io.sentimentstreams.model.scoring.reference;

import org.jspecify.annotations.NullMarked;
