/** Operators of ONNX graphs on symbolic values. */
@NullMarked
package io.sentimentstreams.trainer.onnx.importer.operator;

import org.jspecify.annotations.NullMarked;
