/** Dead letters: the records that cannot be scored, their headers and their topic. */
@NullMarked
package io.sentimentstreams.app.deadletter;

import org.jspecify.annotations.NullMarked;
