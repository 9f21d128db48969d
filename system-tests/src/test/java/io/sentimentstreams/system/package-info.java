/** Tests of the packaged programs in separate processes with a real broker. */
@NullMarked
package io.sentimentstreams.system;

import org.jspecify.annotations.NullMarked;
