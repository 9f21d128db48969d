/**
 * The language of a text, from its tag, its script or a detector, and the route that it selects.
 */
@NullMarked
package io.sentimentstreams.model.language;

import org.jspecify.annotations.NullMarked;
