/** The entry point: wires the application's parts, starts and stops them. */
@NullMarked
package io.sentimentstreams.app;

import org.jspecify.annotations.NullMarked;
