package io.sentimentstreams.trainer.distill;

import java.nio.file.Path;

/** A bundle that must not be a teacher because it may have learned from the validation split. */
public final class InvalidTeacherException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * Creates the exception.
   *
   * @param path of the bundle
   * @param difference how the bundle's training differs from this one
   */
  InvalidTeacherException(Path path, String difference) {
    super(
        ("%s: cannot be a --teacher because it may have learned from the validation split (%s)."
                + " Train it with the same --data, --limit, --seed and --validation-split, or give"
                + " another --teacher.")
            .formatted(path, difference));
  }
}
