/** A broker, the application and a sample producer in one process, started by one command. */
@NullMarked
package io.sentimentstreams.quickstart;

import org.jspecify.annotations.NullMarked;
