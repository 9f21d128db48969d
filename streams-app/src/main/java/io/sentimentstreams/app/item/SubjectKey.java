package io.sentimentstreams.app.item;

import io.sentimentstreams.app.metrics.LeftOut;
import io.sentimentstreams.app.metrics.ScoringMeters;
import io.sentimentstreams.schemas.ReviewScore;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells under which key a score is counted by subject, if it is. */
@FunctionalInterface
public interface SubjectKey {

  /** The key. */
  Optional<byte[]> of(ReviewScore score);

  /** Nothing is counted by subject. */
  static SubjectKey none() {
    return score -> Optional.empty();
  }

  /** The subject's identifier; reviews without one are counted as left out. */
  static SubjectKey counted(ScoringMeters meters) {
    return score -> {
      String subject = score.getSubjectId();
      if (subject == null || subject.isBlank()) {
        meters.leftOut(LeftOut.NO_SUBJECT);
        return Optional.empty();
      }
      return Optional.of(subject.getBytes(StandardCharsets.UTF_8));
    };
  }
}
