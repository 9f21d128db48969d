package io.sentimentstreams.trainer.keras;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ContiguousDataset;
import io.sentimentstreams.model.network.WeightSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reader of the subset of HDF5 that Keras writes: groups, strings and contiguous arrays of floats.
 * Links are rejected, and sizes are checked before reading.
 */
final class Hdf5 {

  private static final String SAVE_AGAIN = "Save the model again";
  private static final long MAX_ATTRIBUTE = 16L << 20;

  private Hdf5() {}

  /** Returns a subgroup. */
  static Group group(Group parent, String name) {
    if (child(parent, name) instanceof Group group) {
      return group;
    }
    throw new UnsupportedKerasModelException(
        "%s in %s is not a group".formatted(name, parent.getPath()), SAVE_AGAIN);
  }

  /** Checks the number of weights in a group. */
  static void requireChildren(Group group, int count) {
    int found = group.getChildren().size();
    if (found != count) {
      throw new UnsupportedKerasModelException(
          "%s has %d weights instead of %d".formatted(group.getPath(), found, count), SAVE_AGAIN);
    }
  }

  /** Returns the elements of an array with an expected shape. */
  static float[] floats(Group parent, String name, WeightSpec expected) {
    if (!(child(parent, name) instanceof Dataset dataset)) {
      throw new UnsupportedKerasModelException(
          "%s in %s is not an array".formatted(name, parent.getPath()), SAVE_AGAIN);
    }
    List<Integer> shape = Arrays.stream(dataset.getDimensions()).boxed().toList();
    if (!shape.equals(expected.shape())) {
      throw new UnsupportedKerasModelException(
          "weight %s has shape %s instead of %s"
              .formatted(expected.name(), shape, expected.shape()),
          SAVE_AGAIN);
    }
    if (!(dataset instanceof ContiguousDataset)
        || dataset.getStorageInBytes() != expected.size() * Float.BYTES
        || !(dataset.getDataFlat() instanceof float[] floats)) {
      throw new UnsupportedKerasModelException(
          "weight %s is not stored as contiguous 32-bit floats".formatted(expected.name()),
          SAVE_AGAIN);
    }
    return floats;
  }

  /** Returns a string attribute. */
  static Optional<String> text(Node node, String attribute) {
    return Optional.ofNullable(node.getAttribute(attribute))
        .filter(Hdf5::isSmall)
        .map(Attribute::getData)
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  /** Returns an attribute with several strings; empty if the attribute is missing. */
  static List<String> texts(Node node, String attribute) {
    return Optional.ofNullable(node.getAttribute(attribute))
        .filter(Hdf5::isSmall)
        .map(Attribute::getData)
        .filter(String[].class::isInstance)
        .map(texts -> List.of((String[]) texts))
        .orElse(List.of());
  }

  private static boolean isSmall(Attribute attribute) {
    return attribute.getSizeInBytes() <= MAX_ATTRIBUTE;
  }

  private static Node child(Group parent, String name) {
    Node child = parent.getChildren().get(name);
    if (child == null || child.isLink()) {
      throw new UnsupportedKerasModelException(
          "%s has no %s".formatted(parent.getPath(), name), SAVE_AGAIN);
    }
    return child;
  }
}
