/** Replay of dead letters to the input topic. */
@NullMarked
package io.sentimentstreams.app.deadletter.replay;

import org.jspecify.annotations.NullMarked;
