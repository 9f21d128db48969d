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
 * The rule that selects the dead letters to replay. Immutable.
 *
 * @param filter selects dead letters
 * @param reviews the input topic, the only topic that is written to
 * @param partitions number of the topic's partitions; a record of a partition beyond them is
 *     partitioned by its key
 * @param attemptsMax the maximum number of replays of a record, at least 1
 */
public record ReplayPolicy(
    DeadLetterFilter filter, String reviews, int partitions, int attemptsMax) {

  public ReplayPolicy {
    if (attemptsMax < 1) {
      throw new IllegalArgumentException(
          "Invalid maximum of replays: " + attemptsMax + ". Use at least 1.");
    }
  }

  /** The decision about a dead letter. */
  public sealed interface Decision {

    /** It is not selected. */
    record Skip() implements Decision {}

    /** It is selected, but cannot be replayed. */
    record Refuse(ReplayRejection why) implements Decision {}

    /** It is replayed as this record: the original with an incremented number of replays. */
    record Send(ProducerRecord<byte[], byte[]> original) implements Decision {}
  }

  /** Returns the decision about a dead letter. */
  public Decision decide(DeadLetter letter) {
    if (!filter.matches(letter)) {
      return new Decision.Skip();
    }
    Optional<ReplayRejection> rejection = rejection(letter);
    return rejection.isPresent()
        ? new Decision.Refuse(rejection.get())
        : new Decision.Send(original(letter));
  }

  private Optional<ReplayRejection> rejection(DeadLetter letter) {
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
