package io.sentimentstreams.app.page;

import io.sentimentstreams.app.metrics.MeterReadings;
import io.sentimentstreams.app.serving.ServedModels;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * The instance that the page shows.
 *
 * @param applicationId the consumer group
 * @param version of the application
 * @param state of the Kafka Streams client
 * @param models the models that score
 * @param readings of the meters
 * @param clock the time of the status
 */
public record PageContext(
    String applicationId,
    String version,
    Supplier<String> state,
    ServedModels models,
    MeterReadings readings,
    Clock clock) {}
