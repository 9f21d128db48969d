package io.sentimentstreams.trainer.softlabel;

import java.nio.file.Path;

/**
 * A file with soft labels, as typed.
 *
 * @param path of the file
 * @param weight of the file in the mean over several files, above 0
 */
public record SoftLabelFile(Path path, double weight) {

  public SoftLabelFile {
    if (!(weight > 0 && Double.isFinite(weight))) {
      throw new IllegalArgumentException(
          "Invalid weight of --soft-labels %s: %s. Use a number above 0, such as FILE=2."
              .formatted(path, weight));
    }
  }

  /**
   * Returns the file for {@code FILE} or {@code FILE=WEIGHT}.
   *
   * @throws IllegalArgumentException if the weight is not above 0
   */
  public static SoftLabelFile of(String typed) {
    int at = typed.lastIndexOf('=');
    if (at > 0 && typed.substring(at + 1).matches("[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?")) {
      return new SoftLabelFile(
          Path.of(typed.substring(0, at)), Double.parseDouble(typed.substring(at + 1)));
    }
    return new SoftLabelFile(Path.of(typed), 1);
  }
}
