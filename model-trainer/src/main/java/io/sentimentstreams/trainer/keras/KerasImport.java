package io.sentimentstreams.trainer.keras;

import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.network.Tensor;
import io.sentimentstreams.model.network.WeightSpec;
import io.sentimentstreams.trainer.keras.KerasFile.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Reads models that Keras 2 or 3 saved: {@code .keras} files, and {@code .h5} files of a whole
 * model. They are untrusted: sizes and shapes are checked before anything is read, nothing is
 * unpacked to disk, and what would not give Keras' scores is refused.
 */
public final class KerasImport {

  /** As much as a bundle can hold. */
  private static final long MAX_WEIGHTS = (512L << 20) / Float.BYTES - (1 << 20);

  private KerasImport() {}

  /**
   * Reads a model.
   *
   * @param file what {@code model.save} wrote
   * @throws InvalidKerasModelException if it cannot be read, or something in it is not supported
   */
  public static KerasModel read(Path file) {
    try (KerasFile keras = KerasFile.open(file)) {
      KerasTopology topology = KerasTopology.of(keras.architecture());
      Map<KerasLayer, Layer> layers = new LinkedHashMap<>();
      List<String> leftOut = new ArrayList<>();
      for (KerasLayer layer : topology.layers()) {
        Optional<Layer> ours = KerasNetwork.layer(layer, topology.steps());
        ours.ifPresent(known -> layers.put(layer, known));
        if (ours.isEmpty() && !layer.kind().equals("InputLayer")) {
          leftOut.add(layer.name());
        }
      }
      Network network = network(List.copyOf(layers.values()));
      Model model = model(network, weights(keras, layers));
      return new KerasModel(model, topology.steps(), keras.version(), leftOut, sha256(file));
    } catch (UnsupportedKerasModelException e) {
      throw new InvalidKerasModelException(file, e);
    } catch (IOException e) {
      throw new InvalidKerasModelException(
          file, "it cannot be read (" + e + ")", "check the path", e);
    } catch (RuntimeException e) {
      // Of a damaged file the library throws whatever it stumbles over.
      throw new InvalidKerasModelException(
          file, "it is damaged (" + e + ")", "save the model again", e);
    }
  }

  private static String sha256(Path file) throws IOException {
    return new DigestUtils("SHA-256").digestAsHex(file);
  }

  private static Network network(List<Layer> layers) {
    try {
      Network network = new Network(layers);
      KerasNetwork.requireSameSemantics(layers);
      if (network.parameterCount() > MAX_WEIGHTS) {
        throw new UnsupportedKerasModelException(
            "it has %d weights, at most %d can be kept"
                .formatted(network.parameterCount(), MAX_WEIGHTS),
            "import a smaller model");
      }
      return network;
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new UnsupportedKerasModelException(
          String.valueOf(e.getMessage()), KerasNetwork.SUPPORTED);
    }
  }

  private static Model model(Network network, Map<String, Tensor> weights) {
    try {
      return new Model(network, weights);
    } catch (IllegalArgumentException e) {
      throw new UnsupportedKerasModelException(
          String.valueOf(e.getMessage()), "train the model again");
    }
  }

  private static Map<String, Tensor> weights(KerasFile keras, Map<KerasLayer, Layer> layers) {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    int width = 1;
    for (Map.Entry<KerasLayer, Layer> entry : layers.entrySet()) {
      Layer layer = entry.getValue();
      addWeights(keras, entry.getKey(), layer, width, weights);
      width = layer.outputSize(width);
    }
    return weights;
  }

  private static void addWeights(
      KerasFile keras, KerasLayer from, Layer layer, int width, Map<String, Tensor> weights) {
    if (layer.weights(width).isEmpty()) {
      return;
    }
    KerasLayer settings = layer instanceof Bidirectional ? from.wrapped("layer") : from;
    List<Part> parts =
        parts(layer, width).stream()
            .map(part -> new Part(part.place(), saved(part.weights(), settings.usesBias())))
            .toList();
    List<WeightSpec> specs = parts.stream().flatMap(part -> part.weights().stream()).toList();
    List<float[]> found = keras.weights(from, parts);
    for (int i = 0; i < specs.size(); i++) {
      weights.put(specs.get(i).name(), new Tensor(specs.get(i).shape(), found.get(i)));
    }
    // Without a bias is the same as with zeros.
    for (WeightSpec spec : layer.weights(width)) {
      weights.computeIfAbsent(
          spec.name(), name -> new Tensor(spec.shape(), new float[Math.toIntExact(spec.size())]));
    }
  }

  private static List<WeightSpec> saved(List<WeightSpec> weights, boolean bias) {
    return weights.stream().filter(weight -> bias || !weight.name().endsWith("/bias")).toList();
  }

  private static List<Part> parts(Layer layer, int width) {
    if (layer instanceof Bidirectional both) {
      return List.of(
          new Part("forward_layer/cell/vars", both.cell().weights(both.forwardPrefix(), width)),
          new Part("backward_layer/cell/vars", both.cell().weights(both.backwardPrefix(), width)));
    }
    String place = layer instanceof Recurrent ? "cell/vars" : "vars";
    return List.of(new Part(place, layer.weights(width)));
  }
}
