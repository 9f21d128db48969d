/** The double-precision reference scorer, written like the equations. */
@NullMarked
package io.sentimentstreams.model.scoring.reference;

import org.jspecify.annotations.NullMarked;
