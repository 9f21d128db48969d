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

/** Records what passes between the application and a schema registry. Thread-safe. */
public final class RegistryMeters {

  /** What became of a request. */
  public enum Outcome {
    /** The registry gave what was asked for. */
    ANSWERED,
    /** The registry refused, or does not have it. */
    REFUSED,
    /** No answer came, or none of a registry. */
    FAILED
  }

  private final Map<Outcome, Counter> requests;
  private volatile IntSupplier waiting = () -> 0;

  /**
   * Registers every meter, whether or not there will be a registry.
   *
   * @param registry where
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

  /** A request came to its end. */
  public void asked(Outcome outcome) {
    Objects.requireNonNull(requests.get(outcome)).increment();
  }

  /** From now on so many partitions wait. */
  public void watch(IntSupplier waitingPartitions) {
    waiting = waitingPartitions;
  }
}
