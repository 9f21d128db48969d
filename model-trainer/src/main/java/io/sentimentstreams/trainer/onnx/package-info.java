/** Export of bundles to ONNX. */
@NullMarked
package io.sentimentstreams.trainer.onnx;

import org.jspecify.annotations.NullMarked;
