package io.sentimentstreams.trainer.data;

import java.nio.file.Path;
import java.util.List;

/** Data or a bundle with more than two labels, given to something that needs exactly two. */
public final class BinaryLabelsRequiredException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private BinaryLabelsRequiredException(Path path, List<String> labels, String remedy) {
    super(
        "%s: has %d labels (%s), but two are required. %s"
            .formatted(path, labels.size(), String.join(", ", labels), remedy));
  }

  /**
   * Checks that there are two labels.
   *
   * @param path of the data or of the bundle
   * @param remedy a sentence that says what to do otherwise
   * @throws BinaryLabelsRequiredException if there are more
   */
  public static void require(Path path, List<String> labels, String remedy) {
    if (labels.size() > 2) {
      throw new BinaryLabelsRequiredException(path, labels, remedy);
    }
  }
}
