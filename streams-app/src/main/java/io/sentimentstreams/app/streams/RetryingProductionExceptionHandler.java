package io.sentimentstreams.app.streams;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Never gives up a record that cannot be written: passing faults are tried again, others end the
 * stream thread before anything is committed.
 */
public final class RetryingProductionExceptionHandler implements ProductionExceptionHandler {

  private static final Logger log =
      LoggerFactory.getLogger(RetryingProductionExceptionHandler.class);

  @Override
  public Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
    if (exception instanceof RetriableException) {
      return Response.retry();
    }
    log.error(
        "event=send-failed topic={} partition={} source-topic={} source-partition={}"
            + " source-offset={} cause={} remedy=\"{}\"",
        record.topic(),
        record.partition(),
        context.topic(),
        context.partition(),
        context.offset(),
        exception.getClass().getSimpleName(),
        remedy(record, exception));
    return Response.fail();
  }

  private static String remedy(ProducerRecord<byte[], byte[]> record, Exception exception) {
    if (exception instanceof RecordTooLargeException) {
      return "raise max.message.bytes of topic %s and start again: the record is read again"
          .formatted(record.topic());
    }
    if (exception instanceof InvalidTimestampException) {
      return ("raise message.timestamp.after.max.ms or message.timestamp.before.max.ms of topic %s"
              + " and start again: the record is read again")
          .formatted(record.topic());
    }
    return "mend the cause and start again: the record is read again";
  }

  @Override
  public void configure(Map<String, ?> configs) {}
}
