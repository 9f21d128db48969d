package io.sentimentstreams.trainer.distill;

import java.nio.file.Path;

/** A bundle that must not be a teacher. The message says why, and what to do. */
final class InvalidTeacherException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * Describes what is wrong.
   *
   * @param problem what differs from this training
   */
  InvalidTeacherException(Path path, String problem) {
    super(
        ("%s: cannot teach, for it may have learned from reviews that are held out now (%s);"
                + " train it with the same --data, --limit, --seed and --validation-split, or give"
                + " another --teacher")
            .formatted(path, problem));
  }
}
