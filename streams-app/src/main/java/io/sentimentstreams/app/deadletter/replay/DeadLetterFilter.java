package io.sentimentstreams.app.deadletter.replay;

import io.sentimentstreams.app.deadletter.DeadLetter;
import io.sentimentstreams.app.deadletter.DeadLetterHeaders;
import io.sentimentstreams.app.review.DeadLetterReason;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A selection of dead letters. Immutable.
 *
 * @param reasons the selected reasons; empty for all
 * @param since the earliest time; empty for all
 */
public record DeadLetterFilter(Set<DeadLetterReason> reasons, Optional<Instant> since) {

  public DeadLetterFilter {
    reasons = Set.copyOf(reasons);
  }

  /** Returns whether a dead letter is selected. */
  public boolean matches(DeadLetter letter) {
    return matchesReason(letter) && since.map(first -> !letter.at().isBefore(first)).orElse(true);
  }

  private boolean matchesReason(DeadLetter letter) {
    String reason = letter.text(DeadLetterHeaders.REASON).orElse("");
    return reasons.isEmpty()
        || reasons.stream().anyMatch(selected -> selected.name().equals(reason));
  }
}
