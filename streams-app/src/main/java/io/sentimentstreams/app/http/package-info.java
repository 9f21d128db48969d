/** Serves a few pages of text over HTTP. Knows nothing of what they say. */
@NullMarked
package io.sentimentstreams.app.http;

import org.jspecify.annotations.NullMarked;
