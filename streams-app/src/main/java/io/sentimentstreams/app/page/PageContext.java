package io.sentimentstreams.app.page;

import io.sentimentstreams.app.metrics.MeterReadings;
import io.sentimentstreams.app.serving.ActiveModel;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * The instance that the page shows.
 *
 * @param applicationId the consumer group
 * @param version of the application
 * @param state of the Kafka Streams client
 * @param model the model that scores
 * @param readings of the meters
 * @param clock the time of the status
 */
public record PageContext(
    String applicationId,
    String version,
    Supplier<String> state,
    ActiveModel model,
    MeterReadings readings,
    Clock clock) {}
