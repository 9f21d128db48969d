package io.sentimentstreams.trainer.keras;

import io.sentimentstreams.model.network.Backwards;
import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.network.Tensor;
import io.sentimentstreams.model.network.WeightSpec;
import io.sentimentstreams.trainer.keras.KerasFile.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Weights in a file of Keras by layer. */
final class KerasWeights {

  private final KerasFile file;

  KerasWeights(KerasFile file) {
    this.file = file;
  }

  /**
   * Returns the weights of a layer by name.
   *
   * @param width width of the layer's input
   */
  Map<String, Tensor> read(KerasLayer from, Layer layer, int width) {
    if (layer.weights(width).isEmpty()) {
      return Map.of();
    }
    KerasLayer settings = layer instanceof Bidirectional ? from.wrapped("layer") : from;
    List<Part> parts =
        parts(layer, width).stream()
            .map(part -> new Part(part.path(), saved(part.weights(), settings.usesBias())))
            .toList();
    List<WeightSpec> specs = parts.stream().flatMap(part -> part.weights().stream()).toList();
    List<float[]> found = file.weights(from, parts);
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (int i = 0; i < specs.size(); i++) {
      weights.put(specs.get(i).name(), new Tensor(specs.get(i).shape(), found.get(i)));
    }
    // A missing bias is equal to zeros.
    for (WeightSpec spec : layer.weights(width)) {
      weights.computeIfAbsent(
          spec.name(), name -> new Tensor(spec.shape(), new float[Math.toIntExact(spec.size())]));
    }
    return weights;
  }

  /** Returns the elements of weights that are directly in the group of a layer. */
  List<float[]> read(KerasLayer from, List<WeightSpec> specs) {
    return file.weights(from, List.of(new Part("vars", specs)));
  }

  private static List<WeightSpec> saved(List<WeightSpec> weights, boolean bias) {
    return weights.stream().filter(weight -> bias || !weight.name().endsWith("/bias")).toList();
  }

  private static List<Part> parts(Layer layer, int width) {
    if (layer instanceof Bidirectional bidirectional) {
      return List.of(
          new Part(
              "forward_layer/cell/vars",
              bidirectional.cell().weights(bidirectional.forwardPrefix(), width)),
          new Part(
              "backward_layer/cell/vars",
              bidirectional.cell().weights(bidirectional.backwardPrefix(), width)));
    }
    boolean recurrent = layer instanceof Recurrent || layer instanceof Backwards;
    return List.of(new Part(recurrent ? "cell/vars" : "vars", layer.weights(width)));
  }
}
