package io.sentimentstreams.trainer.distill;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Settings of a distillation.
 *
 * @param paths locations of reviews without labels, at least one
 * @param limit maximum number of reviews, at least 1; empty for all
 * @param splits how often each review is split in two; the network learns from the parts too. At
 *     least 0
 * @param teacher members of the teacher; empty if soft labels from files are the only targets
 */
public record DistillationSettings(
    List<Path> paths, Optional<Integer> limit, int splits, List<TeacherSpec> teacher) {

  public DistillationSettings {
    paths = List.copyOf(paths);
    teacher = List.copyOf(teacher);
    if (paths.isEmpty()) {
      throw new IllegalArgumentException("a distillation needs reviews. Give --unlabelled.");
    }
    if (teacher.isEmpty() && splits > 0) {
      throw new IllegalArgumentException(
          "--unlabelled-splits needs a teacher for the parts of reviews. Give --teacher, or remove"
              + " --unlabelled-splits.");
    }
    if (splits < 0) {
      throw new IllegalArgumentException("--unlabelled-splits must be at least 0, was " + splits);
    }
    if (limit.isPresent() && limit.get() < 1) {
      throw new IllegalArgumentException(
          "--limit-unlabelled must be at least 1, was " + limit.get());
    }
  }
}
