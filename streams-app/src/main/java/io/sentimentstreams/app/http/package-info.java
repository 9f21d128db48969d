/** A small HTTP server: routes, handlers, JSON and a filter of host names. */
@NullMarked
package io.sentimentstreams.app.http;

import org.jspecify.annotations.NullMarked;
