package io.sentimentstreams.trainer.keras;

import io.sentimentstreams.trainer.file.FileKind;
import java.nio.file.Files;
import java.nio.file.Path;

/** Rejection of files and folders in place of a Keras model. */
final class OtherKerasInput {

  /** Remedy that names the supported files. */
  static final String SAVE = "Save the complete model with model.save('model.keras')";

  private OtherKerasInput() {}

  /** Returns an exception for a path of this kind. */
  static UnsupportedKerasModelException of(Path path, FileKind kind) {
    return switch (kind) {
      case SAVED_MODEL, FOLDER -> folder(path, kind);
      case JSON ->
          new UnsupportedKerasModelException(
              "the file is JSON; an architecture from model.to_json() has no weights", SAVE);
      case BINARY ->
          new UnsupportedKerasModelException("neither a .keras file nor an HDF5 file", SAVE);
      default ->
          new UnsupportedKerasModelException(
              "the file is %s, neither a .keras file nor an HDF5 file".formatted(kind.noun()),
              kind.importRemedy().orElse(SAVE));
    };
  }

  private static UnsupportedKerasModelException folder(Path folder, FileKind kind) {
    if (kind == FileKind.SAVED_MODEL) {
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
}
