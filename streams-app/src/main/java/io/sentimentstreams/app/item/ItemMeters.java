package io.sentimentstreams.app.item;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sentimentstreams.app.metrics.DefinedMeters;
import io.sentimentstreams.app.metrics.MeterDefinition;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The meters of the sentiment by item. Thread-safe. */
public final class ItemMeters {

  private final Map<DropReason, Counter> dropped;

  /** Registers every series, whether or not items are counted. */
  public ItemMeters(PrometheusMeterRegistry registry) {
    DefinedMeters meters = new DefinedMeters(registry);
    Map<DropReason, Counter> counters = new EnumMap<>(DropReason.class);
    for (DropReason reason : DropReason.values()) {
      counters.put(
          reason, meters.counter(MeterDefinition.ITEM_DROPPED, Tags.of("reason", reason.name())));
    }
    dropped = Collections.unmodifiableMap(counters);
  }

  /** Counts a score that is not in any window. */
  void dropped(DropReason reason) {
    Objects.requireNonNull(dropped.get(reason)).increment();
  }
}
