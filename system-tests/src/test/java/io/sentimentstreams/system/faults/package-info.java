/**
 * Faults in random order under load: brokers and applications are killed, frozen, restarted, added
 * and removed. Every review must have exactly one answer, also with busy brokers and under
 * overload.
 */
@NullMarked
package io.sentimentstreams.system.faults;

import org.jspecify.annotations.NullMarked;
