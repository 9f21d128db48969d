package io.sentimentstreams.trainer.keras;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.sentimentstreams.model.text.vectorization.LayerState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * State of the {@code TextVectorization} layer in a {@code .keras} file: the vocabulary is an
 * asset, and the inverse document frequencies are among the weights. Untrusted input; nothing is
 * unpacked to disk.
 */
final class KerasAssets {

  private static final String WEIGHTS = "model.weights.h5";
  private static final String IDF_WEIGHTS = "idf_weights";
  private static final int MAX_WEIGHTS = 512 << 20;

  private KerasAssets() {}

  /** Returns the state that the file contains; none for an HDF5 file. */
  static LayerState state(Path file, boolean weighted) throws IOException {
    if (!isArchive(file)) {
      return new LayerState(Optional.empty(), Optional.empty());
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new LayerState(vocabulary(zip), weighted ? weights(zip) : Optional.empty());
    }
  }

  private static boolean isArchive(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.read() == 'P' && in.read() == 'K';
    }
  }

  private static Optional<List<String>> vocabulary(ZipFile zip) throws IOException {
    Set<List<String>> found = new HashSet<>();
    for (ZipEntry entry : zip.stream().toList()) {
      // Keras on Windows writes backslashes.
      String name = entry.getName().replace('\\', '/');
      if (name.startsWith("assets/") && name.endsWith("/vocabulary.txt")) {
        found.add(KerasVocabulary.ofLines(bytes(zip, entry, KerasVocabulary.MAX_BYTES)));
      }
    }
    if (found.size() > 1) {
      throw new UnsupportedKerasModelException(
          "the archive has %d different vocabularies".formatted(found.size()),
          KerasVectorization.REMEDY);
    }
    return found.stream().findFirst();
  }

  private static Optional<List<Float>> weights(ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(WEIGHTS);
    if (entry == null) {
      return Optional.empty();
    }
    try (HdfFile file = HdfFile.fromBytes(bytes(zip, entry, MAX_WEIGHTS))) {
      for (Node layer : Hdf5.group(file, "layers").getChildren().values()) {
        if (layer instanceof Group group
            && !layer.isLink()
            && group.getChildren().get("vars") instanceof Group vars
            && vars.getChildren().get(IDF_WEIGHTS) instanceof Dataset dataset
            && dataset.getDataFlat() instanceof float[] floats) {
          List<Float> weights = new ArrayList<>();
          for (float each : floats) {
            weights.add(each);
          }
          return Optional.of(weights);
        }
      }
      return Optional.empty();
    }
  }

  private static byte[] bytes(ZipFile zip, ZipEntry entry, int limit) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new UnsupportedKerasModelException(
            "%s exceeds %d bytes".formatted(entry.getName(), limit), "Import a smaller model");
      }
      return bytes;
    }
  }
}
