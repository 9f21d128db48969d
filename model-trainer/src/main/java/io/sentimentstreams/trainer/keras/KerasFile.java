package io.sentimentstreams.trainer.keras;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sentimentstreams.model.json.JsonProblem;
import io.sentimentstreams.model.network.WeightSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A saved Keras model: architecture and weights. Untrusted input. */
sealed interface KerasFile extends AutoCloseable permits KerasArchive, KerasHdf5 {

  /** Maximum size of a file in bytes. */
  long MAX_FILE_BYTES = 1L << 30;

  /** JSON parser of architectures. */
  JsonMapper MAPPER = JsonMapper.builder().build();

  /** Returns the architecture in the format of Keras' {@code to_json}. */
  JsonNode architecture();

  /**
   * Returns the version of Keras that saved the model; {@code unknown} if the file does not contain
   * it.
   */
  String version();

  /**
   * Returns the weights of one layer.
   *
   * @return elements of each weight in row-major order
   */
  List<float[]> weights(KerasLayer layer, List<Part> parts);

  @Override
  void close();

  /**
   * Weights in one group of a layer.
   *
   * @param path path of the group within the layer in a {@code .keras} file
   * @param weights weights in Keras' order
   */
  record Part(String path, List<WeightSpec> weights) {}

  /** Opens a file and detects its format by the first bytes. */
  static KerasFile open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new UnsupportedKerasModelException(
          "the path is a folder", "Save the model as a .keras file");
    }
    if (Files.size(file) > MAX_FILE_BYTES) {
      throw new UnsupportedKerasModelException(
          "the file has %d bytes, the limit is %d".formatted(Files.size(file), MAX_FILE_BYTES),
          "Save the model without its optimizer: include_optimizer=False");
    }
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(4);
    }
    if (Arrays.equals(start, new byte[] {'P', 'K', 3, 4})) {
      return KerasArchive.open(file);
    }
    if (Arrays.equals(start, new byte[] {(byte) 0x89, 'H', 'D', 'F'})) {
      return KerasHdf5.open(file);
    }
    throw new UnsupportedKerasModelException(
        "neither a .keras file nor an HDF5 file", "Save the model with model.save('model.keras')");
  }

  /** Parses an architecture. */
  static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UnsupportedKerasModelException(
          "the architecture " + JsonProblem.of(e), "Save the model again");
    }
  }
}
