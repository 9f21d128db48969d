package io.sentimentstreams.trainer.distill;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is learned from reviews without labels.
 *
 * @param paths where they are, at least one
 * @param limit how many of them are used, at least 1; empty for all
 * @param cuts how often each is cut in two, its parts being judged and learned from as well, at
 *     least 0
 * @param teacher who judges them, at least one: their mean score is learned
 */
public record DistillationSettings(
    List<Path> paths, Optional<Integer> limit, int cuts, List<TeacherSpec> teacher) {

  public DistillationSettings {
    paths = List.copyOf(paths);
    teacher = List.copyOf(teacher);
    if (paths.isEmpty() || teacher.isEmpty()) {
      throw new IllegalArgumentException("reviews without labels need a place and a teacher");
    }
    if (cuts < 0) {
      throw new IllegalArgumentException("the number of cuts must be at least 0, was " + cuts);
    }
    if (limit.isPresent() && limit.get() < 1) {
      throw new IllegalArgumentException(
          "the limit of unlabelled reviews must be at least 1, was " + limit.get());
    }
  }
}
