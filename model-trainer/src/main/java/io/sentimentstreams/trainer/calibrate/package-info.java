/** Makes scores mean what they say, and finds those that had better not decide. */
@NullMarked
package io.sentimentstreams.trainer.calibrate;

import org.jspecify.annotations.NullMarked;
