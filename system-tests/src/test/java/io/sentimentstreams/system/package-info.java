/** The packaged programs, each in a process of its own, against a real broker. */
@NullMarked
package io.sentimentstreams.system;

import org.jspecify.annotations.NullMarked;
