/** Symbolic values of ONNX graphs: amounts, arrays, tokens and features of layers. */
@NullMarked
package io.sentimentstreams.trainer.onnx.importer.symbolic;

import org.jspecify.annotations.NullMarked;
