package io.sentimentstreams.trainer.keras;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.sentimentstreams.model.network.WeightSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reader of the subset of HDF5 that Keras writes: groups, strings and arrays of floats. Links are
 * rejected, and the number of nodes is limited.
 */
final class Hdf5 {

  private static final String SAVE_AGAIN = "Save the model again";
  private static final long MAX_ATTRIBUTE = 16L << 20;
  private static final int MAX_NODES = 100_000;
  private static final int MAX_DEPTH = 16;

  private Hdf5() {}

  /** Returns a subgroup. */
  static Group group(Group parent, String name) {
    if (child(parent, name) instanceof Group group) {
      return group;
    }
    throw new UnsupportedKerasModelException(
        "%s in %s is not a group".formatted(name, parent.getPath()), SAVE_AGAIN);
  }

  /** Returns an array. */
  static Dataset array(Group parent, String name) {
    if (child(parent, name) instanceof Dataset dataset) {
      return dataset;
    }
    throw new UnsupportedKerasModelException(
        "%s in %s is not an array".formatted(name, parent.getPath()), SAVE_AGAIN);
  }

  /** Returns the elements of an array with an expected shape. */
  static float[] floats(Group parent, String name, WeightSpec expected) {
    return Hdf5Floats.read(array(parent, name), expected);
  }

  /**
   * Returns all arrays below a group by their path, except those in a group with a certain name.
   * Keras on Windows wrote the path as the name of a group, with backslashes; here all paths have
   * slashes.
   */
  static Map<String, Dataset> arrays(Group root, String ignoredGroup) {
    Map<String, Dataset> arrays = new HashMap<>();
    collect(root, "", ignoredGroup, 0, arrays);
    return arrays;
  }

  private static int collect(
      Group group, String path, String ignored, int nodes, Map<String, Dataset> arrays) {
    int seen = nodes;
    for (Map.Entry<String, Node> entry : group.getChildren().entrySet()) {
      String child = path + entry.getKey().replace('\\', '/');
      if (++seen > MAX_NODES || child.chars().filter(c -> c == '/').count() > MAX_DEPTH) {
        throw new UnsupportedKerasModelException(
            "the file has more than %d arrays or %d nested groups".formatted(MAX_NODES, MAX_DEPTH),
            SAVE_AGAIN);
      }
      Node node = entry.getValue();
      if (node.isLink() || child.equals(ignored)) {
        continue;
      }
      if (node instanceof Dataset dataset && arrays.put(child, dataset) != null) {
        throw new UnsupportedKerasModelException(
            "the file has two arrays named %s".formatted(child), SAVE_AGAIN);
      }
      if (node instanceof Group inner) {
        seen = collect(inner, child + "/", ignored, seen, arrays);
      }
    }
    return seen;
  }

  /** Returns the size of the arrays in a group in bytes; 0 if it does not exist. */
  static long bytes(Group parent, String name) {
    return parent.getChildren().get(name) instanceof Group group && !group.isLink()
        ? arrays(group, "").values().stream().mapToLong(Dataset::getStorageInBytes).sum()
        : 0;
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
