/** The HTTP API that scores a text. */
@NullMarked
package io.sentimentstreams.app.api;

import org.jspecify.annotations.NullMarked;
