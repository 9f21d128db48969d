package io.sentimentstreams.app.streams;

import io.sentimentstreams.app.kafka.KafkaErrorKind;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A handler that never skips a record. Retriable errors are retried; other errors stop the stream
 * thread before it commits. Thread-safe.
 */
public final class RetryingProductionExceptionHandler implements ProductionExceptionHandler {

  private static final Logger log =
      LoggerFactory.getLogger(RetryingProductionExceptionHandler.class);

  @Override
  public Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
    if (KafkaErrorKind.isRetriable(exception)) {
      return Response.retry();
    }
    log.atError()
        .addKeyValue("topic", record.topic())
        .addKeyValue("partition", record.partition())
        .addKeyValue("source-topic", context.topic())
        .addKeyValue("source-partition", context.partition())
        .addKeyValue("source-offset", context.offset())
        .addKeyValue("cause", exception.getClass().getSimpleName())
        .addKeyValue("remedy", remedy(record, exception))
        .log("Cannot write a record");
    return Response.fail();
  }

  private static String remedy(ProducerRecord<byte[], byte[]> record, Exception exception) {
    String fix =
        switch (KafkaErrorKind.of(exception)) {
          case RECORD_TOO_LARGE -> "Increase max.message.bytes of topic " + record.topic();
          case INVALID_TIMESTAMP ->
              "Increase message.timestamp.after.max.ms or message.timestamp.before.max.ms of topic "
                  + record.topic();
          default -> "Fix the cause";
        };
    return fix + " and restart; the record will be reprocessed.";
  }

  @Override
  public void configure(Map<String, ?> configs) {}
}
