/**
 * Wires the application together, starts it and ends it. The only package that knows all others.
 */
@NullMarked
package io.sentimentstreams.app;

import org.jspecify.annotations.NullMarked;
