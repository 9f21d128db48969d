package io.sentimentstreams.trainer.distill;

import java.nio.file.Path;

/** One member of a teacher, as typed. */
public sealed interface TeacherSpec {

  /** The linear baseline, fitted on the training reviews. */
  record Linear() implements TeacherSpec {}

  /**
   * A trained bundle.
   *
   * @param path of its zip file, or of the folder that contains bundle.zip
   */
  record OfBundle(Path path) implements TeacherSpec {}

  /** Returns the member for {@code linear} or for the path of a bundle. */
  static TeacherSpec of(String typed) {
    return typed.equals("linear") ? new Linear() : new OfBundle(Path.of(typed));
  }
}
