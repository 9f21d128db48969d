/** The HTTP API that scores one text per request. */
@NullMarked
package io.sentimentstreams.app.api;

import org.jspecify.annotations.NullMarked;
