package io.sentimentstreams.trainer.packaging;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleWriter;
import io.sentimentstreams.model.file.AtomicFile;
import io.sentimentstreams.model.file.OutputCheck;
import io.sentimentstreams.trainer.modelcard.ModelCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of a bundle and its model card.
 *
 * @param path of the folder
 */
public record BundleFolder(Path path) {

  /** File name of the model card. */
  public static final String MODEL_CARD = "README.md";

  /** Returns the path of the bundle's zip file. */
  public Path bundle() {
    return path.resolve(BundleWriter.FILE_NAME);
  }

  /** Writes a bundle and its model card, and creates the folder if it is missing. */
  public void write(Bundle bundle) {
    try {
      Files.createDirectories(path);
      BundleWriter.write(bundle, bundle());
      AtomicFile.write(path.resolve(MODEL_CARD), ModelCard.of(bundle));
    } catch (IOException e) {
      throw OutputCheck.failure(path, e);
    }
  }
}
