/** Models that come from Keras and go to other runtimes: import of Keras files, export to ONNX. */
@NullMarked
package io.sentimentstreams.trainer.keras;

import org.jspecify.annotations.NullMarked;
