package io.sentimentstreams.trainer.distill;

import java.nio.file.Path;

/** One of those that judge reviews without labels, as it is typed. */
public sealed interface TeacherSpec {

  /** The linear baseline, fitted when it is needed. */
  record Linear() implements TeacherSpec {}

  /**
   * A bundle that was trained before.
   *
   * @param path its zip file, or the folder that holds its bundle.zip
   */
  record OfBundle(Path path) implements TeacherSpec {}

  /** {@code linear}, or the path of a bundle; a folder of that name is {@code ./linear}. */
  static TeacherSpec of(String typed) {
    return typed.equals("linear") ? new Linear() : new OfBundle(Path.of(typed));
  }
}
