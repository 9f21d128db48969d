package io.sentimentstreams.trainer.softlabel;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Settings of soft labels from files.
 *
 * @param files the files, at least one and each once
 * @param share weight of the soft label in the target of a labelled text, 0 to 1; the label has the
 *     rest
 */
public record SoftLabelSettings(List<SoftLabelFile> files, double share) {

  /**
   * Weight of the soft label in the target of a labelled text. Hinton et al. (2015, Distilling the
   * Knowledge in a Neural Network, section 4) weigh both halves of the loss equally for speech, and
   * use a lower weight of the labels elsewhere.
   */
  public static final double STANDARD_SHARE = 0.5;

  public SoftLabelSettings {
    files = List.copyOf(files);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("No soft labels. Give --soft-labels.");
    }
    Set<Path> paths = new HashSet<>();
    for (SoftLabelFile file : files) {
      if (!paths.add(file.path().toAbsolutePath().normalize())) {
        throw new IllegalArgumentException(
            "--soft-labels has a file twice: %s. Give it once, with a weight such as %s=2."
                .formatted(file.path(), file.path()));
      }
    }
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "Invalid --soft-label-weight: %s. Use a number from 0 to 1.".formatted(share));
    }
  }
}
