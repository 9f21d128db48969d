package io.sentimentstreams.app.deadletter.replay;

import io.sentimentstreams.app.deadletter.DeadLetter;
import io.sentimentstreams.app.deadletter.DeadLetterHeaders;
import io.sentimentstreams.app.review.DeadLetterReason;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Says which dead letters are meant. Immutable.
 *
 * @param reasons those that are meant; none means all
 * @param since the first moment of dead letters that are meant, if older ones are not
 */
public record DeadLetterFilter(Set<DeadLetterReason> reasons, Optional<Instant> since) {

  public DeadLetterFilter {
    reasons = Set.copyOf(reasons);
  }

  /** Whether a dead letter is meant. */
  public boolean matches(DeadLetter letter) {
    return matchesReason(letter) && since.map(first -> !letter.at().isBefore(first)).orElse(true);
  }

  private boolean matchesReason(DeadLetter letter) {
    String reason = letter.text(DeadLetterHeaders.REASON).orElse("");
    return reasons.isEmpty() || reasons.stream().anyMatch(meant -> meant.name().equals(reason));
  }
}
