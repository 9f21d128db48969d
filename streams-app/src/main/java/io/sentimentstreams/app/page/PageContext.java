package io.sentimentstreams.app.page;

import io.sentimentstreams.app.metrics.MeterReadings;
import io.sentimentstreams.app.serving.ActiveModel;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What the page is about.
 *
 * @param applicationId the group that shares the work
 * @param version of the application
 * @param state of the Kafka Streams client
 * @param model what scores
 * @param readings of the meters
 * @param clock the time
 */
public record PageContext(
    String applicationId,
    String version,
    Supplier<String> state,
    ActiveModel model,
    MeterReadings readings,
    Clock clock) {}
