/** The active model, the rule that labels its scores, and the listener of scores. */
@NullMarked
package io.sentimentstreams.app.serving;

import org.jspecify.annotations.NullMarked;
