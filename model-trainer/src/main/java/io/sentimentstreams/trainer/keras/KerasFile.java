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
import java.util.List;

/** A saved Keras model: architecture and weights. Untrusted input. */
sealed interface KerasFile extends AutoCloseable permits KerasArchive, KerasHdf5 {

  /** Maximum size of a file in bytes. */
  long MAX_FILE_BYTES = Integer.MAX_VALUE;

  /** JSON parser of architectures. */
  JsonMapper MAPPER = JsonMapper.builder().build();

  /** Returns the architecture in the format of Keras' {@code to_json}. */
  JsonNode architecture();

  /** Returns the arguments of {@code compile}; a missing node for a model that is not compiled. */
  JsonNode compilation();

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
      throw KerasFileKind.folder(file);
    }
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(KerasFileKind.START);
    }
    return switch (KerasFileKind.of(start)) {
      case ARCHIVE -> KerasArchive.open(file);
      case HDF5 -> KerasHdf5.open(file);
      case OTHER ->
          throw new UnsupportedKerasModelException(
              KerasFileKind.describe(start), KerasFileKind.SAVE);
    };
  }

  /** Returns an exception for a file that is too large. */
  static UnsupportedKerasModelException tooLarge(String what, long bytes, long limit, long state) {
    String share =
        state > 0
            ? "%d of them are the state of the optimizer".formatted(state)
            : "the state of an optimizer such as Adam is two thirds of a file";
    return new UnsupportedKerasModelException(
        "%s has %d bytes, the limit is %d; %s".formatted(what, bytes, limit, share),
        "Save it without the optimizer: keras.models.load_model(path, compile=False).save(path)");
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
