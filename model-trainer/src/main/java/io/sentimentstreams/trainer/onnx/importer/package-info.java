/**
 * Import of ONNX files: the graph is computed with symbolic values until its output is a chain of
 * supported layers.
 */
@NullMarked
package io.sentimentstreams.trainer.onnx.importer;

import org.jspecify.annotations.NullMarked;
