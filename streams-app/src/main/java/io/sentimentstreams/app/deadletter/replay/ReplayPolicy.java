package io.sentimentstreams.app.deadletter.replay;

import io.sentimentstreams.app.deadletter.DeadLetter;
import io.sentimentstreams.app.deadletter.DeadLetterHeaders;
import io.sentimentstreams.app.deadletter.DeadLetters;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Decides which dead letters are replayed, and as what. Immutable.
 *
 * @param filter which ones are meant
 * @param reviews the only topic that is written to
 * @param partitions how many the topic has; a record of a partition beyond them goes where its key
 *     leads
 * @param attemptsMax how often a record may be replayed in all, at least 1
 */
public record ReplayPolicy(
    DeadLetterFilter filter, String reviews, int partitions, int attemptsMax) {

  public ReplayPolicy {
    if (attemptsMax < 1) {
      throw new IllegalArgumentException("attempts must be at least 1, was " + attemptsMax);
    }
  }

  /** What is to become of a dead letter. */
  public sealed interface Decision {

    /** It is not meant. */
    record Skip() implements Decision {}

    /** It is meant, but must not be replayed. */
    record Refuse(ReplayRejection why) implements Decision {}

    /** It is replayed as this record: the original one, with one more attempt in its headers. */
    record Send(ProducerRecord<byte[], byte[]> original) implements Decision {}
  }

  public Decision decide(DeadLetter letter) {
    if (!filter.matches(letter)) {
      return new Decision.Skip();
    }
    Optional<ReplayRejection> refusal = refusal(letter);
    return refusal.isPresent()
        ? new Decision.Refuse(refusal.get())
        : new Decision.Send(original(letter));
  }

  private Optional<ReplayRejection> refusal(DeadLetter letter) {
    Optional<String> topic = letter.text(DeadLetterHeaders.TOPIC);
    OptionalInt attempts = letter.attempts();
    if (topic.isEmpty()
        || attempts.isEmpty()
        || letter.originalPartition().isEmpty()
        || letter.originalTimestamp().isEmpty()) {
      return Optional.of(ReplayRejection.NO_ORIGIN);
    }
    if (!topic.get().equals(reviews)) {
      return Optional.of(ReplayRejection.OTHER_TOPIC);
    }
    if (letter.isDropped()) {
      return Optional.of(ReplayRejection.DROPPED);
    }
    if (letter.isCut()) {
      return Optional.of(ReplayRejection.CUT);
    }
    return attempts.getAsInt() >= attemptsMax
        ? Optional.of(ReplayRejection.ATTEMPTS)
        : Optional.empty();
  }

  private ProducerRecord<byte[], byte[]> original(DeadLetter letter) {
    Headers headers = new RecordHeaders();
    for (Header header : letter.record().headers()) {
      if (!DeadLetterHeaders.isAdded(header.key())) {
        headers.add(header);
      }
    }
    int attempt = letter.attempts().orElseThrow() + 1;
    DeadLetters.put(headers, DeadLetterHeaders.ATTEMPTS, Integer.toString(attempt));
    int partition = letter.originalPartition().orElseThrow();
    return new ProducerRecord<>(
        reviews,
        partition < partitions ? partition : null,
        letter.originalTimestamp().orElseThrow(),
        letter.record().key(),
        letter.record().value(),
        headers);
  }
}
