/**
 * Faults in a random order under load: brokers and applications are killed, frozen, restarted,
 * added and removed, and every review must still have exactly one answer. So it must where brokers
 * are busy, and where there is more to do than can be done.
 */
@NullMarked
package io.sentimentstreams.system.faults;

import org.jspecify.annotations.NullMarked;
