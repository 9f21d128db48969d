package io.sentimentstreams.app.item;

import io.sentimentstreams.app.config.Check;
import io.sentimentstreams.app.config.Setting;
import io.sentimentstreams.app.config.SettingGroup;
import io.sentimentstreams.app.config.SettingType;
import io.sentimentstreams.app.config.SettingValues;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The windows of the sentiment by item, and their settings.
 *
 * @param window the length of a window
 * @param grace how long after its end a window accepts late reviews
 * @param retention how long a window can be queried, at least {@code window} plus {@code grace}
 * @param server host:port at which other instances reach this one; empty if they cannot
 */
public record ItemSettings(
    Duration window, Duration grace, Duration retention, Optional<String> server) {

  static final long MAX_MILLIS = Duration.ofDays(366).toMillis();

  public static final Setting<Duration> WINDOW_MS =
      Setting.of(
              "items.window.ms",
              SettingType.MILLISECONDS,
              "Length of a window. Windows are consecutive and aligned to the epoch; the record's"
                  + " timestamp selects the window of a review.")
          .checkedBy(Check.millis(1_000, MAX_MILLIS))
          .withDefault(Duration.ofHours(1));

  public static final Setting<Duration> GRACE_MS =
      Setting.of(
              "items.grace.ms",
              SettingType.MILLISECONDS,
              "How long after its end a window accepts late reviews. Later reviews are dropped from"
                  + " the aggregation.")
          .checkedBy(Check.millis(0, MAX_MILLIS))
          .withDefault(Duration.ofMinutes(10));

  public static final Setting<String> APPLICATION_SERVER =
      Setting.of(
              "application.server",
              SettingType.STRING,
              "Address (host:port) at which other instances reach http.port of this one. If it is"
                  + " not set, an instance answers only for its own items.")
          .checkedBy(Check.SERVER)
          .insteadOfKafka(StreamsConfig.APPLICATION_SERVER_CONFIG);

  public static final SettingGroup GROUP =
      new SettingGroup(
          "Windows of the sentiment by item", List.of(WINDOW_MS, GRACE_MS, APPLICATION_SERVER));

  /** Reports a retention in which a window would be deleted while it accepts reviews. */
  public static void check(SettingValues values) {
    values
        .find(WINDOW_MS)
        .flatMap(window -> values.find(GRACE_MS).map(window::plus))
        .ifPresent(
            least -> {
              if (values
                  .find(ItemTopics.RETENTION_MS)
                  .filter(retention -> retention.compareTo(least) < 0)
                  .isPresent()) {
                values.report(
                    ItemTopics.RETENTION_MS,
                    "at least items.window.ms plus items.grace.ms, which is " + least.toMillis(),
                    "Raise it, or lower items.window.ms or items.grace.ms");
              }
            });
  }

  /**
   * Returns the windows; empty if the sentiment by item is disabled.
   *
   * @param values without errors
   */
  public static Optional<ItemSettings> of(SettingValues values) {
    return values.get(ItemTopics.ENABLED)
        ? Optional.of(
            new ItemSettings(
                values.get(WINDOW_MS),
                values.get(GRACE_MS),
                values.get(ItemTopics.RETENTION_MS),
                values.find(APPLICATION_SERVER)))
        : Optional.empty();
  }
}
