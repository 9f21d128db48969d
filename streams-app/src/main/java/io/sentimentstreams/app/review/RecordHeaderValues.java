package io.sentimentstreams.app.review;

import io.sentimentstreams.schemas.wire.HeaderValues;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The headers of a Kafka record for decoders that do not know Kafka. */
public final class RecordHeaderValues {

  private RecordHeaderValues() {}

  /** Returns a view of headers. */
  public static HeaderValues of(Headers headers) {
    return name -> {
      Header last = headers.lastHeader(name);
      return last == null ? Optional.empty() : Optional.ofNullable(last.value());
    };
  }
}
