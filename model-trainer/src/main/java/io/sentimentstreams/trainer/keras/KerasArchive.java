package io.sentimentstreams.trainer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.sentimentstreams.model.network.WeightSpec;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A {@code .keras} file: a ZIP archive with {@code config.json}, {@code metadata.json} and {@code
 * model.weights.h5}. Other entries are ignored, and nothing is unpacked to disk. Keras does not
 * compress the entries, so large weights are mapped instead of read.
 */
final class KerasArchive implements KerasFile {

  private static final int MAX_JSON = 16 << 20;

  /** Maximum size of compressed weights, which are read into memory. */
  private static final int MAX_COMPRESSED_WEIGHTS = 512 << 20;

  private static final String WEIGHTS = "model.weights.h5";
  private static final String LAYERS = "layers/";

  /**
   * Folder of the layers in TensorFlow 2.13 and 2.14. Layers of a class have ascending numbers, of
   * which 2.13 uses every second one.
   */
  private static final String CHECKPOINT_LAYERS = "_layer_checkpoint_dependencies/";

  /** Boundaries of words within the name of a class, as in Keras' conversion to snake case. */
  private static final Pattern WORD = Pattern.compile("(.)([A-Z][a-z]+)");

  private static final Pattern CAPITAL = Pattern.compile("([a-z])([A-Z])");

  private final JsonNode architecture;
  private final String version;
  private final HdfFile file;
  private final Map<String, Dataset> weights = new HashMap<>();

  private KerasArchive(JsonNode architecture, String version, HdfFile file) {
    this.architecture = architecture;
    this.version = version;
    this.file = file;
  }

  static KerasArchive open(Path path) throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(path).get()) {
      JsonNode architecture = KerasFile.parse(text(zip, "config.json"));
      JsonNode metadata = KerasFile.parse(text(zip, "metadata.json"));
      String version = metadata.path("keras_version").asText("unknown");
      return new KerasArchive(architecture, version, weights(zip, path));
    }
  }

  private static HdfFile weights(ZipFile zip, Path path) throws IOException {
    if (zip.getEntry("model.weights.json") != null) {
      throw new UnsupportedKerasModelException(
          "the weights are in several files", "Save the model without max_shard_size");
    }
    ZipArchiveEntry entry = entry(zip, WEIGHTS);
    if (entry.getMethod() != ZipEntry.STORED) {
      return HdfFile.fromBytes(bytes(zip, entry, MAX_COMPRESSED_WEIGHTS));
    }
    if (entry.getSize() > MAX_FILE_BYTES) {
      throw KerasFile.tooLarge(WEIGHTS, entry.getSize(), MAX_FILE_BYTES, 0);
    }
    try (FileInputStream in = new FileInputStream(path.toFile())) {
      FileChannel channel = in.getChannel();
      long from = entry.getDataOffset();
      if (from < 0 || entry.getSize() < 0 || from + entry.getSize() > channel.size()) {
        throw new UnsupportedKerasModelException(
            "%s is incomplete".formatted(WEIGHTS), "Copy the file again");
      }
      return HdfFile.fromByteBuffer(channel.map(MapMode.READ_ONLY, from, entry.getSize()));
    }
  }

  private static String text(ZipFile zip, String name) throws IOException {
    return new String(bytes(zip, entry(zip, name), MAX_JSON), StandardCharsets.UTF_8);
  }

  private static ZipArchiveEntry entry(ZipFile zip, String name) {
    List<ZipArchiveEntry> entries = new ArrayList<>();
    zip.getEntries(name).forEach(entries::add);
    if (entries.size() != 1) {
      throw new UnsupportedKerasModelException(
          entries.isEmpty()
              ? "the zip archive has no %s, so it is not a complete .keras file".formatted(name)
              : "the archive has %d entries named %s".formatted(entries.size(), name),
          OtherKerasInput.SAVE);
    }
    return entries.get(0);
  }

  private static byte[] bytes(ZipFile zip, ZipArchiveEntry entry, int limit) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw entry.getName().equals(WEIGHTS)
            ? KerasFile.tooLarge(WEIGHTS + ", compressed,", entry.getSize(), limit, 0)
            : new UnsupportedKerasModelException(
                "%s exceeds %d bytes".formatted(entry.getName(), limit), OtherKerasInput.SAVE);
      }
      return bytes;
    }
  }

  @Override
  public JsonNode architecture() {
    return architecture;
  }

  @Override
  public JsonNode compilation() {
    return architecture.path("compile_config");
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public List<float[]> weights(KerasLayer layer, List<Part> parts) {
    // After the layers were checked: files with unsupported types cannot be listed.
    if (weights.isEmpty()) {
      weights.putAll(Hdf5.arrays(file, "optimizer"));
    }
    String group = groupOf(layer);
    List<float[]> found = new ArrayList<>();
    for (Part part : parts) {
      String vars = group + "/" + part.path() + "/";
      long count = weights.keySet().stream().filter(path -> path.startsWith(vars)).count();
      if (count != part.weights().size()) {
        throw layer.unsupported(
            "has %d weights in %s instead of %d".formatted(count, vars, part.weights().size()),
            "Save the model again");
      }
      for (int i = 0; i < part.weights().size(); i++) {
        WeightSpec weight = part.weights().get(i);
        Dataset array = weights.get(vars + i);
        if (array == null) {
          throw layer.unsupported("has no weight " + vars + i, "Save the model again");
        }
        found.add(Hdf5Floats.read(array, weight));
      }
    }
    return found;
  }

  private String groupOf(KerasLayer layer) {
    String kind = snakeCase(layer.kind());
    if (weights.keySet().stream().anyMatch(path -> path.startsWith(CHECKPOINT_LAYERS))) {
      return CHECKPOINT_LAYERS + checkpointName(layer, kind);
    }
    return LAYERS + numbered(kind, layer.ordinal());
  }

  private String checkpointName(KerasLayer layer, String kind) {
    Pattern path =
        Pattern.compile(Pattern.quote(CHECKPOINT_LAYERS + kind) + "(?:_([0-9]{1,6}))?/.*");
    List<Integer> numbers =
        weights.keySet().stream()
            .map(path::matcher)
            .filter(Matcher::matches)
            .map(match -> match.group(1) == null ? 0 : Integer.parseInt(match.group(1)))
            .distinct()
            .sorted()
            .toList();
    if (numbers.size() <= layer.ordinal()) {
      throw layer.unsupported(
          "has no weights, the file has those of %d %s".formatted(numbers.size(), layer.kind()),
          "Save the model again");
    }
    return numbered(kind, numbers.get(layer.ordinal()));
  }

  private static String numbered(String kind, int number) {
    return number == 0 ? kind : kind + "_" + number;
  }

  /** Returns the name of a class as Keras writes it in paths, such as {@code simple_rnn}. */
  private static String snakeCase(String kind) {
    String words = WORD.matcher(kind).replaceAll("$1_$2");
    return CAPITAL.matcher(words).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    file.close();
  }
}
