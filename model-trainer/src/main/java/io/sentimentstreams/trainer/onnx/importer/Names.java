package io.sentimentstreams.trainer.onnx.importer;

/** Names from a file, shortened and without control characters, for messages. */
final class Names {

  private static final int MAX_LENGTH = 80;

  private Names() {}

  static String printable(String name) {
    String shown = name.length() > MAX_LENGTH ? name.substring(0, MAX_LENGTH) + "..." : name;
    return shown.replaceAll("\\p{Cntrl}", "?");
  }
}
