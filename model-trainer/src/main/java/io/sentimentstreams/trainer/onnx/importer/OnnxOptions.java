package io.sentimentstreams.trainer.onnx.importer;

import java.util.Optional;

/**
 * Parts of a graph that its file does not name.
 *
 * @param input name of the token indices; empty if only one input can have them
 * @param output name of the scores; empty if the graph has one output
 * @param fromLogits whether the scores are logits
 */
public record OnnxOptions(Optional<String> input, Optional<String> output, boolean fromLogits) {}
