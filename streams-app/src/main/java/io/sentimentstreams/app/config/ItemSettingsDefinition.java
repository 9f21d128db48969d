package io.sentimentstreams.app.config;

import java.time.Duration;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;

/** The part of the settings' definition that is about the sentiment of each item. */
final class ItemSettingsDefinition {

  static final String ENABLED = "items.enabled";
  static final String WINDOW_MS = "items.window.ms";
  static final String GRACE_MS = "items.grace.ms";
  static final String RETENTION_MS = "items.retention.ms";
  static final String APPLICATION_SERVER = "application.server";
  static final String TOPIC = "topics.items";
  static final String TOPIC_OF_SCORES = "topics.item.scores";

  private ItemSettingsDefinition() {}

  static void define(ConfigDef definition) {
    long longest = Duration.ofDays(366).toMillis();
    definition
        .define(
            ENABLED,
            ConfigDef.Type.BOOLEAN,
            false,
            Importance.LOW,
            "Whether the sentiment of each item is counted too, by windows of time. All instances"
                + " must agree.")
        .define(
            TOPIC,
            ConfigDef.Type.STRING,
            "sentiment-by-item",
            Validators.NAME,
            Importance.LOW,
            "The topic that the sentiment of each item is written to, with as many partitions as"
                + " the reviews.")
        .define(
            TOPIC_OF_SCORES,
            ConfigDef.Type.STRING,
            "scores-by-item",
            Validators.NAME,
            Importance.LOW,
            "The topic by which scores reach the instance that counts their item, with as many"
                + " partitions as the reviews.")
        .define(
            WINDOW_MS,
            ConfigDef.Type.LONG,
            3_600_000L,
            Range.between(1_000, longest),
            Importance.LOW,
            "Milliseconds of a window. Windows follow each other without a gap from 1970 on; a"
                + " review belongs to that of its record's timestamp.")
        .define(
            GRACE_MS,
            ConfigDef.Type.LONG,
            600_000L,
            Range.between(0, longest),
            Importance.LOW,
            "Milliseconds after its end for which a window takes reviews that come late; later ones"
                + " are not counted.")
        .define(
            RETENTION_MS,
            ConfigDef.Type.LONG,
            86_400_000L,
            Range.between(1_000, longest),
            Importance.LOW,
            "Milliseconds for which windows are remembered and can be asked for, at least window and"
                + " grace together.")
        .define(
            APPLICATION_SERVER,
            ConfigDef.Type.STRING,
            null,
            Validators.SERVER,
            Importance.LOW,
            "Where other instances reach this one's http.port, as host:port. Without it, an instance"
                + " answers only for the items that it counts itself.");
  }
}
