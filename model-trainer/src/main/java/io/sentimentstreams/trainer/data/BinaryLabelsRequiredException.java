package io.sentimentstreams.trainer.data;

import java.nio.file.Path;
import java.util.List;

/** Something that is made for two labels was asked of data or of a bundle with more. */
public final class BinaryLabelsRequiredException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private BinaryLabelsRequiredException(Path path, List<String> labels, String remedy) {
    super(
        "%s: has %d labels, %s; %s"
            .formatted(path, labels.size(), String.join(", ", labels), remedy));
  }

  /**
   * Refuses more than two labels.
   *
   * @param path of the data or the bundle
   * @param remedy what can be done instead
   */
  public static void refuse(Path path, List<String> labels, String remedy) {
    if (labels.size() > 2) {
      throw new BinaryLabelsRequiredException(path, labels, remedy);
    }
  }
}
