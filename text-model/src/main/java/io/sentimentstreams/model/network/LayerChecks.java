package io.sentimentstreams.model.network;

import java.util.regex.Pattern;

/** Checks shared by the constructors of layers. */
final class LayerChecks {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
  private static final int MAX_SIZE = 1 << 24;

  private LayerChecks() {}

  static void name(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a layer's name must be 1 to 64 letters, digits, '_', '.' or '-', was '" + name + "'");
    }
  }

  static void size(String what, String layer, int value) {
    if (value <= 0 || value > MAX_SIZE) {
      throw new IllegalArgumentException(
          what + " of layer " + layer + " must be 1 to " + MAX_SIZE + ", was " + value);
    }
  }

  static int product(String what, String layer, int first, int second) {
    long product = (long) first * second;
    if (product > MAX_SIZE) {
      throw new IllegalArgumentException(
          what + " of layer " + layer + " must be 1 to " + MAX_SIZE + ", was " + product);
    }
    return (int) product;
  }
}
