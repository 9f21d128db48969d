package io.sentimentstreams.trainer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.jhdf.HdfFile;
import io.jhdf.api.Group;
import io.sentimentstreams.model.network.WeightSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code .h5} file, Keras' legacy format. The architecture is an attribute. An attribute of each
 * layer's group lists the names of the weights in order.
 */
final class KerasHdf5 implements KerasFile {

  private final HdfFile file;

  private KerasHdf5(HdfFile file) {
    this.file = file;
  }

  static KerasHdf5 open(Path path) throws IOException {
    HdfFile file = new HdfFile(path);
    long size = Files.size(path);
    if (size > MAX_FILE_BYTES) {
      try (file) {
        long state = Hdf5.bytes(file, "optimizer_weights");
        throw KerasFile.tooLarge("the file", size, MAX_FILE_BYTES, state);
      }
    }
    return new KerasHdf5(file);
  }

  @Override
  public JsonNode architecture() {
    return KerasFile.parse(
        Hdf5.text(file, "model_config")
            .orElseThrow(
                () ->
                    new UnsupportedKerasModelException(
                        "the file has weights without an architecture",
                        "Save the complete model with model.save, not save_weights")));
  }

  @Override
  public JsonNode compilation() {
    return Hdf5.text(file, "training_config")
        .map(KerasFile::parse)
        .orElse(MissingNode.getInstance());
  }

  @Override
  public String version() {
    return Hdf5.text(file, "keras_version").orElse("unknown");
  }

  @Override
  public List<float[]> weights(KerasLayer layer, List<Part> parts) {
    Group group = group(Hdf5.group(file, "model_weights"), layer.name());
    List<String> names = Hdf5.texts(group, "weight_names");
    List<WeightSpec> expected = parts.stream().flatMap(part -> part.weights().stream()).toList();
    if (names.size() != expected.size()) {
      throw layer.unsupported(
          "has %d weights instead of %d".formatted(names.size(), expected.size()),
          "Save the model again");
    }
    List<float[]> found = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int end = names.get(i).lastIndexOf('/');
      Group parent = end < 0 ? group : group(group, names.get(i).substring(0, end));
      found.add(Hdf5.floats(parent, names.get(i).substring(end + 1), expected.get(i)));
    }
    return found;
  }

  /** Returns a nested group; names of layers can contain slashes. */
  private static Group group(Group parent, String path) {
    Group group = parent;
    for (String step : path.split("/", -1)) {
      group = Hdf5.group(group, step);
    }
    return group;
  }

  @Override
  public void close() {
    file.close();
  }
}
