package io.sentimentstreams.trainer.keras;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sentimentstreams.model.network.WeightSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A model as Keras saved it: what it is made of, and its weights. Untrusted input. */
sealed interface KerasFile extends AutoCloseable permits KerasArchive, KerasHdf5 {

  /** Larger files are not read. */
  long MAX_FILE_BYTES = 1L << 30;

  /** Reads descriptions. */
  JsonMapper MAPPER = JsonMapper.builder().build();

  /** What Keras' {@code to_json} says of the model. */
  JsonNode architecture();

  /** The release of Keras that saved the model, as far as the file says. */
  String version();

  /**
   * The weights of one layer.
   *
   * @return for each of the weights its elements, row-major
   */
  List<float[]> weights(KerasLayer layer, List<Part> parts);

  @Override
  void close();

  /**
   * Weights that a layer keeps together.
   *
   * @param place where a {@code .keras} file has them in the layer
   * @param weights in Keras' order
   */
  record Part(String place, List<WeightSpec> weights) {}

  /** Opens a file of either kind; its first bytes say which. */
  static KerasFile open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new UnsupportedKerasModelException("it is a folder", "save the model as a .keras file");
    }
    if (Files.size(file) > MAX_FILE_BYTES) {
      throw new UnsupportedKerasModelException(
          "it has %d bytes, at most %d are read".formatted(Files.size(file), MAX_FILE_BYTES),
          "save the model without its optimizer: include_optimizer=False");
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
        "it is neither a .keras file nor a HDF5 file",
        "save the model with model.save('model.keras')");
  }

  /** Parses a description of a model. */
  static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UnsupportedKerasModelException(
          "its description is no JSON: " + e.getOriginalMessage(), "save the model again");
    }
  }
}
