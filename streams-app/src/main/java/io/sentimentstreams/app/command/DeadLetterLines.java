package io.sentimentstreams.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sentimentstreams.app.deadletter.DeadLetter;
import io.sentimentstreams.app.deadletter.DeadLetterHeaders;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Format of dead letters, one per line, without key and value. */
sealed interface DeadLetterLines {

  /** Returns the header line; empty if there is none. */
  String head();

  /** Returns the line of a dead letter. */
  String line(DeadLetter letter);

  /** Columns for a terminal. */
  record Table() implements DeadLetterLines {

    private static final String COLUMNS = "%-12s %-24s %-19s %8s %9s %-24s %s";
    private static final int MAX_MESSAGE_LENGTH = 100;

    @Override
    public String head() {
      return String.format(
          COLUMNS, "PLACE", "AT", "REASON", "ATTEMPTS", "BYTES", "ORIGIN", "MESSAGE");
    }

    @Override
    public String line(DeadLetter letter) {
      String message = Printable.text(letter.text(DeadLetterHeaders.MESSAGE).orElse(""));
      return String.format(
          Locale.ROOT,
          COLUMNS,
          letter.place(),
          letter.at(),
          Printable.text(letter.text(DeadLetterHeaders.REASON).orElse("?")),
          letter.attempts().isPresent() ? letter.attempts().getAsInt() : "?",
          size(letter),
          Printable.text(letter.origin()),
          message.length() <= MAX_MESSAGE_LENGTH
              ? message
              : message.substring(0, MAX_MESSAGE_LENGTH) + "...");
    }
  }

  /** One JSON object per line. */
  record Json(ObjectMapper mapper) implements DeadLetterLines {

    private static final Map<String, String> FIELDS = fields();

    @Override
    public String head() {
      return "";
    }

    @Override
    public String line(DeadLetter letter) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      object.put("partition", letter.record().partition());
      object.put("offset", letter.record().offset());
      object.put("at", letter.at().toString());
      FIELDS.forEach((name, header) -> object.put(name, letter.text(header).orElse(null)));
      object.put("attempts", letter.attempts().isPresent() ? letter.attempts().getAsInt() : null);
      object.put("valueBytes", size(letter));
      object.put("cut", letter.isCut());
      object.put("dropped", letter.isDropped());
      try {
        return mapper.writeValueAsString(object);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("Dead letter cannot be written as JSON.", e);
      }
    }

    private static Map<String, String> fields() {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("reason", DeadLetterHeaders.REASON);
      fields.put("stage", DeadLetterHeaders.STAGE);
      fields.put("message", DeadLetterHeaders.MESSAGE);
      fields.put("exception", DeadLetterHeaders.EXCEPTION);
      fields.put("originalTopic", DeadLetterHeaders.TOPIC);
      fields.put("originalPartition", DeadLetterHeaders.PARTITION);
      fields.put("originalOffset", DeadLetterHeaders.OFFSET);
      fields.put("originalTimestamp", DeadLetterHeaders.TIMESTAMP);
      fields.put("application", DeadLetterHeaders.APPLICATION);
      fields.put("applicationVersion", DeadLetterHeaders.APPLICATION_VERSION);
      fields.put("bundle", DeadLetterHeaders.BUNDLE);
      return fields;
    }
  }

  private static int size(DeadLetter letter) {
    byte[] value = letter.record().value();
    return value == null ? 0 : value.length;
  }
}
