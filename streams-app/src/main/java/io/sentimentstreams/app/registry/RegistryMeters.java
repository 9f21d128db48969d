package io.sentimentstreams.app.registry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.sentimentstreams.app.metrics.MeterDefinition;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntSupplier;

/** Meters of the requests to a schema registry. Thread-safe. */
public final class RegistryMeters {

  /** Result of a request. */
  public enum Outcome {
    /** The registry returned the requested object. */
    ANSWERED,
    /** The registry rejected the request, or does not have the object. */
    REFUSED,
    /** No server answered, or the answer is not that of a registry. */
    FAILED
  }

  private final Map<Outcome, Counter> requests;
  private volatile IntSupplier waiting = () -> 0;

  /**
   * Registers all meters, also if no schema registry is used.
   *
   * @param registry of the meters
   */
  public RegistryMeters(MeterRegistry registry) {
    Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      counters.put(
          outcome,
          Counter.builder(MeterDefinition.REGISTRY_REQUESTS.getName())
              .description(MeterDefinition.REGISTRY_REQUESTS.description())
              .baseUnit(MeterDefinition.REGISTRY_REQUESTS.getBaseUnit())
              .tag("outcome", outcome.name())
              .register(registry));
    }
    requests = Collections.unmodifiableMap(counters);
    Gauge.builder(MeterDefinition.REGISTRY_PAUSED.getName(), () -> waiting.getAsInt())
        .description(MeterDefinition.REGISTRY_PAUSED.description())
        .baseUnit(MeterDefinition.REGISTRY_PAUSED.getBaseUnit())
        .register(registry);
  }

  /** Counts a request by its result. */
  public void asked(Outcome outcome) {
    Objects.requireNonNull(requests.get(outcome)).increment();
  }

  /** Sets the source of the number of partitions that wait for a schema. */
  public void watch(IntSupplier waitingPartitions) {
    waiting = waitingPartitions;
  }
}
