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
 * What is read of HDF5 files: groups, texts and arrays of floats that lie in the file in one piece,
 * as Keras writes them. Links lead nowhere, and nothing is read before its size is known.
 */
final class Hdf5 {

  private static final String SAVE_AGAIN = "save the model again";
  private static final long MAX_ATTRIBUTE = 16L << 20;

  private Hdf5() {}

  /** A group in a group. */
  static Group group(Group parent, String name) {
    if (child(parent, name) instanceof Group group) {
      return group;
    }
    throw new UnsupportedKerasModelException(
        "%s in %s is no group".formatted(name, parent.getPath()), SAVE_AGAIN);
  }

  /** Refuses a group that holds more or less than it must. */
  static void requireChildren(Group group, int count) {
    int found = group.getChildren().size();
    if (found != count) {
      throw new UnsupportedKerasModelException(
          "%s holds %d weights instead of %d".formatted(group.getPath(), found, count), SAVE_AGAIN);
    }
  }

  /** The elements of an array that must have a certain shape. */
  static float[] floats(Group parent, String name, WeightSpec wanted) {
    if (!(child(parent, name) instanceof Dataset dataset)) {
      throw new UnsupportedKerasModelException(
          "%s in %s is no array".formatted(name, parent.getPath()), SAVE_AGAIN);
    }
    List<Integer> shape = Arrays.stream(dataset.getDimensions()).boxed().toList();
    if (!shape.equals(wanted.shape())) {
      throw new UnsupportedKerasModelException(
          "weight %s must have shape %s, was %s".formatted(wanted.name(), wanted.shape(), shape),
          SAVE_AGAIN);
    }
    if (!(dataset instanceof ContiguousDataset)
        || dataset.getStorageInBytes() != wanted.size() * Float.BYTES
        || !(dataset.getDataFlat() instanceof float[] floats)) {
      throw new UnsupportedKerasModelException(
          "weight %s is not stored as 32-bit floats in one piece".formatted(wanted.name()),
          SAVE_AGAIN);
    }
    return floats;
  }

  /** An attribute of one text. */
  static Optional<String> text(Node node, String attribute) {
    return Optional.ofNullable(node.getAttribute(attribute))
        .filter(Hdf5::isSmall)
        .map(Attribute::getData)
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  /** An attribute of several texts; empty where it holds none. */
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
