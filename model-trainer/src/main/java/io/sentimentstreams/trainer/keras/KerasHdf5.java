package io.sentimentstreams.trainer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import io.jhdf.HdfFile;
import io.jhdf.api.Group;
import io.sentimentstreams.model.network.WeightSpec;
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

  static KerasHdf5 open(Path file) {
    return new KerasHdf5(new HdfFile(file));
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
  public String version() {
    return Hdf5.text(file, "keras_version").orElse("unknown");
  }

  @Override
  public List<float[]> weights(KerasLayer layer, List<Part> parts) {
    Group group = Hdf5.group(Hdf5.group(file, "model_weights"), layer.name());
    List<String> names = Hdf5.texts(group, "weight_names");
    List<WeightSpec> expected = parts.stream().flatMap(part -> part.weights().stream()).toList();
    if (names.size() != expected.size()) {
      throw layer.unsupported(
          "has %d weights instead of %d".formatted(names.size(), expected.size()),
          "Save the model again");
    }
    List<float[]> found = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String[] steps = names.get(i).split("/", -1);
      Group parent = group;
      for (int step = 0; step < steps.length - 1; step++) {
        parent = Hdf5.group(parent, steps[step]);
      }
      found.add(Hdf5.floats(parent, steps[steps.length - 1], expected.get(i)));
    }
    return found;
  }

  @Override
  public void close() {
    file.close();
  }
}
