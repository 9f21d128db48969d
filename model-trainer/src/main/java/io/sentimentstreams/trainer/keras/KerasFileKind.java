package io.sentimentstreams.trainer.keras;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Kind of a file that is expected to be a Keras model, by its first bytes. */
enum KerasFileKind {
  ARCHIVE,
  HDF5,
  OTHER;

  /** Number of bytes that are read. */
  static final int START = 8;

  /** Remedy that names the supported files. */
  static final String SAVE = "Save the complete model with model.save('model.keras')";

  /** Returns the kind of a file. */
  static KerasFileKind of(byte[] start) {
    if (startsWith(start, "PK\u0003\u0004")) {
      return ARCHIVE;
    }
    return startsWith(start, "\u0089HDF") ? HDF5 : OTHER;
  }

  /** Describes another file. */
  static String describe(byte[] start) {
    if (start.length == 0) {
      return "the file is empty";
    }
    if (startsWith(start, "{")) {
      return "the file is JSON; an architecture from model.to_json() has no weights";
    }
    if (startsWith(start, "\u0080")) {
      return "the file is a Python pickle";
    }
    if (start.length >= START
        && new String(start, 4, 4, StandardCharsets.ISO_8859_1).equals("TFL3")) {
      return "the file is a TensorFlow Lite model";
    }
    return "neither a .keras file nor an HDF5 file";
  }

  /** Returns an exception for a folder. */
  static UnsupportedKerasModelException folder(Path folder) {
    if (Files.exists(folder.resolve("saved_model.pb"))) {
      return new UnsupportedKerasModelException(
          "the path is a folder, a SavedModel",
          "Load it with the Keras 2 that saved it, and save it with model.save('model.keras')");
    }
    if (Files.exists(folder.resolve("model.weights.h5"))) {
      return new UnsupportedKerasModelException(
          "the path is a folder, a .keras file that is not zipped",
          "Zip its files without the folder, or save the model with model.save('model.keras')");
    }
    return new UnsupportedKerasModelException(
        "the path is a folder", "Save the model as a .keras file");
  }

  private static boolean startsWith(byte[] start, String magic) {
    return new String(start, StandardCharsets.ISO_8859_1).startsWith(magic);
  }
}
