package io.sentimentstreams.trainer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import io.jhdf.HdfFile;
import io.jhdf.api.Group;
import io.sentimentstreams.model.network.WeightSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A {@code .keras} file: a ZIP archive with {@code config.json}, {@code metadata.json} and {@code
 * model.weights.h5}. Other entries are ignored, and nothing is unpacked to disk.
 */
final class KerasArchive implements KerasFile {

  private static final int MAX_JSON = 16 << 20;
  private static final int MAX_WEIGHTS = 512 << 20;

  /** Prefix of the layer names in the archive by layer class. */
  private static final Map<String, String> NAME_PREFIXES =
      Map.of(
          "Embedding", "embedding",
          "SimpleRNN", "simple_rnn",
          "LSTM", "lstm",
          "GRU", "gru",
          "Bidirectional", "bidirectional",
          "Dense", "dense");

  private final JsonNode architecture;
  private final String version;
  private final HdfFile weights;

  private KerasArchive(JsonNode architecture, String version, HdfFile weights) {
    this.architecture = architecture;
    this.version = version;
    this.weights = weights;
  }

  static KerasArchive open(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      JsonNode architecture = KerasFile.parse(text(zip, "config.json"));
      JsonNode metadata = KerasFile.parse(text(zip, "metadata.json"));
      byte[] weights = bytes(zip, "model.weights.h5", MAX_WEIGHTS);
      return new KerasArchive(
          architecture,
          metadata.path("keras_version").asText("unknown"),
          HdfFile.fromBytes(weights));
    }
  }

  private static String text(ZipFile zip, String name) throws IOException {
    return new String(bytes(zip, name, MAX_JSON), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(ZipFile zip, String name, int limit) throws IOException {
    List<? extends ZipEntry> entries =
        zip.stream().filter(entry -> entry.getName().equals(name)).toList();
    if (entries.size() != 1) {
      throw new UnsupportedKerasModelException(
          "the archive has %d entries named %s".formatted(entries.size(), name),
          "Save the model with model.save('model.keras')");
    }
    try (InputStream in = zip.getInputStream(entries.get(0))) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new UnsupportedKerasModelException(
            "%s exceeds %d bytes".formatted(name, limit),
            "Save the model without its optimizer: include_optimizer=False");
      }
      return bytes;
    }
  }

  @Override
  public JsonNode architecture() {
    return architecture;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public List<float[]> weights(KerasLayer layer, List<Part> parts) {
    String kind = NAME_PREFIXES.getOrDefault(layer.kind(), layer.kind());
    String groupName = layer.ordinal() == 0 ? kind : kind + "_" + layer.ordinal();
    Group group = Hdf5.group(Hdf5.group(weights, "layers"), groupName);
    List<float[]> found = new ArrayList<>();
    for (Part part : parts) {
      Group vars = group;
      for (String step : part.path().split("/", -1)) {
        vars = Hdf5.group(vars, step);
      }
      Hdf5.requireChildren(vars, part.weights().size());
      for (int i = 0; i < part.weights().size(); i++) {
        WeightSpec weight = part.weights().get(i);
        found.add(Hdf5.floats(vars, Integer.toString(i), weight));
      }
    }
    return found;
  }

  @Override
  public void close() {
    weights.close();
  }
}
