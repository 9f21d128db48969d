package io.sentimentstreams.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Every setting of the application, checked. Immutable.
 *
 * @param bootstrapServers where the Kafka cluster is first asked, host:port separated by commas
 * @param bundle the model bundle: a zip file, or a folder that holds bundle.zip
 * @param bundleTrustKey the public keys of those whose bundles alone are used; empty for anyone's
 * @param applicationId the group whose instances share the work
 * @param topics the topics' names, all different
 * @param guarantee whether a failure may repeat scores
 * @param threads threads that score, at least 1
 * @param commitInterval the time between commits
 * @param inputFormat how reviews are written
 * @param reviewMaxBytes the size of a record above which it is not read, at least 1
 * @param deadLetterText whether a dead letter has the value that could not be scored
 * @param uncertainBand the scores that are labelled UNCERTAIN; empty for those that the bundle
 *     names
 * @param registry where schemas are registered, if anywhere
 * @param http what is served over HTTP, and where
 * @param items how the sentiment by item is counted; empty where it is not
 * @param stateDir a folder for Kafka Streams' own files
 * @param shutdownTimeout how long a shutdown waits for records in work
 * @param kafka what is passed on to Kafka's clients; may hold secrets
 */
public record Settings(
    String bootstrapServers,
    Path bundle,
    Optional<Path> bundleTrustKey,
    String applicationId,
    Topics topics,
    ProcessingGuarantee guarantee,
    int threads,
    Duration commitInterval,
    InputFormat inputFormat,
    int reviewMaxBytes,
    DeadLetterText deadLetterText,
    Optional<UncertainBand> uncertainBand,
    Optional<RegistrySettings> registry,
    HttpSettings http,
    Optional<ItemSettings> items,
    Path stateDir,
    Duration shutdownTimeout,
    Map<String, String> kafka) {

  public Settings {
    kafka = Map.copyOf(kafka);
  }

  /**
   * Settings by name, as in a properties file; what is not given has its default.
   *
   * @param values texts by name, such as {@code bootstrap.servers} or {@code
   *     kafka.security.protocol}
   * @throws InvalidConfigException if anything is wrong, with every fault
   */
  public static Settings of(Map<String, String> values) {
    return new SettingsParser(values).parse();
  }

  /** The part that commands beside the application need too. */
  public Connection connection() {
    return new Connection(
        bootstrapServers, applicationId, topics, guarantee, reviewMaxBytes, kafka);
  }

  /** Every setting as name=value on one line, without secrets. */
  @Override
  public String toString() {
    return SettingsPrinter.line(this);
  }
}
