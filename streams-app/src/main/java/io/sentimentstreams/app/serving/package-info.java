/** The model that scores, and the rule that turns its scores into labels. */
@NullMarked
package io.sentimentstreams.app.serving;

import org.jspecify.annotations.NullMarked;
