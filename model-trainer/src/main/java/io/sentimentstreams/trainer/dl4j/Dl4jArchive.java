package io.sentimentstreams.trainer.dl4j;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sentimentstreams.trainer.file.FileKind;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The zip file that {@code ModelSerializer} writes. Untrusted: sizes are checked before content is
 * read, only classes of the libraries are created, and no Java serialization is used.
 */
final class Dl4jArchive {

  /** Maximum length of the configuration; that of 100 layers has about 0.2 MB. */
  private static final int MAX_CONFIGURATION = 10 << 20;

  private static final int MAX_SHAPE = 64;
  private static final String CONFIGURATION = "configuration.json";
  private static final String COEFFICIENTS = "coefficients.bin";
  private static final String WRITE_AGAIN = "Write the model with ModelSerializer.writeModel";
  private static final Pattern LIBRARY = Pattern.compile("org\\.(deeplearning4j|nd4j)\\.[\\w.$]+");
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final ZipFile zip;

  private Dl4jArchive(ZipFile zip) {
    this.zip = zip;
  }

  /** Code that reads an archive. */
  @FunctionalInterface
  interface Reading<T> {

    /** Reads the archive, which is open meanwhile. */
    T read(Dl4jArchive archive) throws IOException;
  }

  /**
   * Opens, reads and closes an archive.
   *
   * @throws UnsupportedDl4jModelException if it is no zip file
   */
  static <T> T read(Path file, Reading<T> reading) throws IOException {
    requireArchive(FileKind.of(file));
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return reading.read(new Dl4jArchive(zip));
    } catch (ZipException e) {
      throw new UnsupportedDl4jModelException(
          "not a zip file of Deeplearning4j (" + e.getMessage() + ")", WRITE_AGAIN);
    }
  }

  private static void requireArchive(FileKind kind) {
    if (kind != FileKind.DL4J_ARCHIVE && kind != FileKind.ZIP) {
      throw new UnsupportedDl4jModelException(
          "it is %s, not a zip file of Deeplearning4j".formatted(kind.noun()),
          kind.importRemedy().orElse(WRITE_AGAIN));
    }
  }

  /**
   * Returns the configuration of the network as JSON.
   *
   * @throws UnsupportedDl4jModelException if it is missing, too long or names other classes
   */
  String configuration() throws IOException {
    ZipEntry entry = entry(CONFIGURATION);
    byte[] json;
    try (InputStream in = zip.getInputStream(entry)) {
      json = in.readNBytes(MAX_CONFIGURATION + 1);
    }
    if (json.length > MAX_CONFIGURATION) {
      throw new UnsupportedDl4jModelException(
          "%s has more than %d bytes".formatted(CONFIGURATION, MAX_CONFIGURATION),
          "Use a smaller network");
    }
    JsonNode tree;
    try {
      tree = MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UnsupportedDl4jModelException(
          "%s is no JSON (%s)".formatted(CONFIGURATION, e.getOriginalMessage()), WRITE_AGAIN);
    }
    if (tree.has("vertices")) {
      throw new UnsupportedDl4jModelException(
          "the model is a ComputationGraph", "Use a MultiLayerNetwork");
    }
    for (JsonNode name : tree.findValues("@class")) {
      if (!LIBRARY.matcher(name.asText()).matches()) {
        throw new UnsupportedDl4jModelException(
            "%s names the class %s".formatted(CONFIGURATION, name),
            "Use layers, activations and losses of Deeplearning4j only");
      }
    }
    return tree.toString();
  }

  /**
   * Returns the parameters of all layers in one array.
   *
   * @param count number of parameters of the configuration
   * @throws UnsupportedDl4jModelException if the file has another number of parameters, or another
   *     type than floating point
   */
  float[] parameters(int count) throws IOException {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(zip.getInputStream(entry(COEFFICIENTS)), 1 << 16))) {
      Header shape = Header.read(in);
      if (shape.length() > MAX_SHAPE) {
        throw corrupt("a shape of " + shape.length() + " numbers");
      }
      in.skipNBytes(shape.length() * Long.BYTES);
      Header data = Header.read(in);
      if (data.length() != count) {
        throw corrupt("%d parameters, the configuration has %d".formatted(data.length(), count));
      }
      float[] parameters = new float[count];
      switch (data.type()) {
        case "FLOAT" -> {
          for (int i = 0; i < count; i++) {
            parameters[i] = in.readFloat();
          }
        }
        case "DOUBLE" -> {
          for (int i = 0; i < count; i++) {
            parameters[i] = (float) in.readDouble();
          }
        }
        default ->
            throw new UnsupportedDl4jModelException(
                COEFFICIENTS + " has the type " + data.type(),
                "Convert the network with convertDataType(DataType.FLOAT)");
      }
      return parameters;
    }
  }

  private ZipEntry entry(String name) {
    return Optional.ofNullable(zip.getEntry(name))
        .orElseThrow(
            () -> new UnsupportedDl4jModelException("the file has no " + name, WRITE_AGAIN));
  }

  private static UnsupportedDl4jModelException corrupt(String problem) {
    return new UnsupportedDl4jModelException(COEFFICIENTS + " is corrupt: " + problem, WRITE_AGAIN);
  }

  /**
   * Beginning of a buffer in ND4J's format.
   *
   * @param length number of elements
   * @param type name of the data type
   */
  private record Header(long length, String type) {

    static Header read(DataInputStream in) throws IOException {
      String allocation = in.readUTF();
      if (!allocation.equals("MIXED_DATA_TYPES") && !allocation.equals("LONG_SHAPE")) {
        throw corrupt("unknown allocation mode '" + printable(allocation) + "'");
      }
      long length = in.readLong();
      if (length < 0) {
        throw corrupt("a length of " + length);
      }
      return new Header(length, printable(in.readUTF()));
    }

    private static String printable(String name) {
      return name.chars().allMatch(c -> c > ' ' && c < 127) && name.length() < 40 ? name : "?";
    }
  }
}
