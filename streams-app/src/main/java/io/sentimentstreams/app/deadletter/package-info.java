/** What becomes of records that cannot be scored: why, and what is written about them. */
@NullMarked
package io.sentimentstreams.app.deadletter;

import org.jspecify.annotations.NullMarked;
