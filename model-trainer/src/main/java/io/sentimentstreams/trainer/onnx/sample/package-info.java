/** Comparison of imported models with sample scores of the original. */
@NullMarked
package io.sentimentstreams.trainer.onnx.sample;

import org.jspecify.annotations.NullMarked;
