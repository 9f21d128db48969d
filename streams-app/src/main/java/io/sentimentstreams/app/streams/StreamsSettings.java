package io.sentimentstreams.app.streams;

import io.sentimentstreams.app.admin.ConnectionSettings;
import io.sentimentstreams.app.admin.ProcessingGuarantee;
import io.sentimentstreams.app.config.Check;
import io.sentimentstreams.app.config.Setting;
import io.sentimentstreams.app.config.SettingGroup;
import io.sentimentstreams.app.config.SettingType;
import io.sentimentstreams.app.config.SettingValues;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The threads, commits and files of the Kafka Streams client, and their settings.
 *
 * @param threads stream threads, at least 1
 * @param commitInterval the time between commits
 * @param stateDir the folder of Kafka Streams' files
 * @param shutdownTimeout how long a shutdown waits for records in progress
 */
public record StreamsSettings(
    int threads, Duration commitInterval, Path stateDir, Duration shutdownTimeout) {

  private static final long MAX_MILLIS = 600_000;

  public static final Setting<Integer> THREADS =
      Setting.of(
              "threads",
              SettingType.INT,
              "Stream threads of this instance. Threads beyond the number of partitions are idle.")
          .checkedBy(Check.between(1, 512))
          .withDefault(1)
          .insteadOfKafka(StreamsConfig.NUM_STREAM_THREADS_CONFIG);

  /**
   * With transactions, a score is visible after the next commit. Without them, a commit only
   * interrupts scoring.
   */
  public static final Setting<Duration> COMMIT_INTERVAL_MS =
      Setting.of(
              "commit.interval.ms",
              SettingType.MILLISECONDS,
              "Time between commits. With exactly_once_v2, a score becomes visible at the next"
                  + " commit. With at_least_once, reviews since the last commit can be scored again"
                  + " after a failure.")
          .checkedBy(Check.millis(1, MAX_MILLIS))
          .withDefault(
              "100 with exactly_once_v2, 1000 with at_least_once",
              values ->
                  values
                      .find(ConnectionSettings.PROCESSING_GUARANTEE)
                      .map(
                          guarantee ->
                              guarantee == ProcessingGuarantee.EXACTLY_ONCE_V2
                                  ? Duration.ofMillis(100)
                                  : Duration.ofSeconds(1)))
          .insteadOfKafka(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG);

  public static final Setting<Path> STATE_DIR =
      Setting.of("state.dir", SettingType.PATH, "Folder for the files of Kafka Streams.")
          .checkedBy(Check.PATH)
          .withDefault(
              "sentiment-streams in the temporary folder of the system",
              values ->
                  Optional.of(Path.of(System.getProperty("java.io.tmpdir"), "sentiment-streams")))
          .insteadOfKafka(StreamsConfig.STATE_DIR_CONFIG);

  public static final Setting<Duration> SHUTDOWN_TIMEOUT_MS =
      Setting.of(
              "shutdown.timeout.ms",
              SettingType.MILLISECONDS,
              "How long a shutdown waits until records in progress are scored and committed.")
          .checkedBy(Check.millis(1, MAX_MILLIS))
          .withDefault(Duration.ofSeconds(30));

  public static final SettingGroup GROUP =
      new SettingGroup(
          "Processing", List.of(THREADS, COMMIT_INTERVAL_MS, STATE_DIR, SHUTDOWN_TIMEOUT_MS));

  /**
   * Returns the settings of the client.
   *
   * @param values without errors
   */
  public static StreamsSettings of(SettingValues values) {
    return new StreamsSettings(
        values.get(THREADS),
        values.get(COMMIT_INTERVAL_MS),
        values.get(STATE_DIR),
        values.get(SHUTDOWN_TIMEOUT_MS));
  }
}
