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
 * Import of models from Keras 2 and 3: {@code .keras} files and {@code .h5} files of complete
 * models. Files are untrusted: sizes and shapes are checked before reading, and nothing is unpacked
 * to disk. Models that would not have the same scores as in Keras are rejected.
 */
public final class KerasImport {

  /** Maximum number of weights of a bundle. */
  private static final long MAX_WEIGHTS = (512L << 20) / Float.BYTES - (1 << 20);

  private KerasImport() {}

  /**
   * Reads a model.
   *
   * @param file a file that {@code model.save} wrote
   * @throws InvalidKerasModelException if the file cannot be read or the model is not supported
   */
  public static KerasModel read(Path file) {
    return read(file, Optional.empty());
  }

  /**
   * Reads a model.
   *
   * @param file a file that {@code model.save} wrote
   * @param vocabulary vocabulary of the model's {@code TextVectorization}; empty for that of the
   *     file
   * @throws InvalidKerasModelException if the file cannot be read or the model is not supported
   */
  public static KerasModel read(Path file, Optional<List<String>> vocabulary) {
    try (KerasFile keras = KerasFile.open(file)) {
      KerasVectorization texts = KerasVectorization.of(keras.architecture(), file, vocabulary);
      KerasTopology topology = KerasTopology.of(texts.architecture());
      Map<KerasLayer, Layer> layers = new LinkedHashMap<>();
      List<String> trainingOnlyLayers = new ArrayList<>();
      for (KerasLayer layer : topology.layers()) {
        Optional<Layer> translated = KerasNetwork.layer(layer, topology.steps());
        translated.ifPresent(known -> layers.put(layer, known));
        if (translated.isEmpty() && !layer.kind().equals("InputLayer")) {
          trainingOnlyLayers.add(layer.name());
        }
      }
      Network network = network(List.copyOf(layers.values()));
      Model model = model(network, weights(keras, layers));
      return new KerasModel(
          model,
          topology.steps(),
          keras.version(),
          trainingOnlyLayers,
          sha256(file),
          texts.layer());
    } catch (UnsupportedKerasModelException e) {
      throw new InvalidKerasModelException(file, e);
    } catch (IOException e) {
      throw new InvalidKerasModelException(file, "not readable (" + e + ")", "Check the path", e);
    } catch (RuntimeException e) {
      // The HDF5 library throws various exceptions for corrupt files.
      throw new InvalidKerasModelException(
          file, "the file is corrupt (" + e + ")", "Save the model again", e);
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
            "the model has %d weights, the limit is %d"
                .formatted(network.parameterCount(), MAX_WEIGHTS),
            "Import a smaller model");
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
          String.valueOf(e.getMessage()), "Train the model again");
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
            .map(part -> new Part(part.path(), saved(part.weights(), settings.usesBias())))
            .toList();
    List<WeightSpec> specs = parts.stream().flatMap(part -> part.weights().stream()).toList();
    List<float[]> found = keras.weights(from, parts);
    for (int i = 0; i < specs.size(); i++) {
      weights.put(specs.get(i).name(), new Tensor(specs.get(i).shape(), found.get(i)));
    }
    // A missing bias is equal to zeros.
    for (WeightSpec spec : layer.weights(width)) {
      weights.computeIfAbsent(
          spec.name(), name -> new Tensor(spec.shape(), new float[Math.toIntExact(spec.size())]));
    }
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
    String path = layer instanceof Recurrent ? "cell/vars" : "vars";
    return List.of(new Part(path, layer.weights(width)));
  }
}
