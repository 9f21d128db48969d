/** Calibration of scores and selection of the abstain band. */
@NullMarked
package io.sentimentstreams.trainer.calibrate;

import org.jspecify.annotations.NullMarked;
