/** Serves a few pages of text over HTTP. Knows nothing of what they say. */
@NullMarked
package io.sentimentstreams.http;

import org.jspecify.annotations.NullMarked;
