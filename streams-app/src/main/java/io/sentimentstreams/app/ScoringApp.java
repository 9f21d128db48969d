package io.sentimentstreams.app;

import io.sentimentstreams.app.admin.ClusterValidationException;
import io.sentimentstreams.app.admin.TopicLimits;
import io.sentimentstreams.app.admin.TopicValidator;
import io.sentimentstreams.app.config.InvalidConfigException;
import io.sentimentstreams.app.http.HttpEndpoint;
import io.sentimentstreams.app.registry.RegistryConfigException;
import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.app.serving.ServedModels;
import io.sentimentstreams.model.bundle.InvalidBundleException;
import io.sentimentstreams.model.bundle.InvalidKeyException;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running application: a Kafka Streams client that scores, and an HTTP endpoint for metrics and
 * health. Never exits the process. Thread-safe.
 */
public final class ScoringApp implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ScoringApp.class);

  private static final double BYTES_PER_MB = 1e6;

  private final Settings settings;
  private final Components components;
  private final HttpEndpoint http;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicBoolean closing = new AtomicBoolean();

  /** Starts the HTTP endpoint only. */
  ScoringApp(Settings settings, Components components) {
    this.settings = settings;
    this.components = components;
    components.streams().setStateListener((now, before) -> stateChanged(now));
    http = listen();
  }

  /**
   * Loads the models, validates the topics and starts to score.
   *
   * @throws InvalidBundleException if the bundle cannot be used
   * @throws InvalidKeyException if the file of trusted keys cannot be read
   * @throws ClusterValidationException if the cluster, its topics or their ACLs are unsuitable
   * @throws InvalidConfigException if a setting does not fit the bundle
   * @throws StartupException if the HTTP address is not available
   * @throws RegistryConfigException if the schema registry rejects the schema of scores
   */
  public static ScoringApp start(Settings settings) {
    log.atInfo().addKeyValue("settings", settings).log("Starting");
    // Before the cluster is asked: a bundle that cannot be used is reported at once and alone.
    ServedModels models = ServedModels.load(settings.model());
    models.all().forEach(ScoringApp::logLoaded);
    log.atInfo()
        .addKeyValue("routes", models.all().size())
        .addKeyValue("networks.mb", megabytes(models.networkBytes()))
        .log("Loaded all models");
    TopicLimits limits = new TopicValidator(settings.connection()).run();
    ScoringApp app = new ScoringApp(settings, new Components(settings, models, limits));
    try {
      app.components.deadLetterAge().start();
      app.components.formats().open();
      app.components.streams().start();
    } catch (RuntimeException e) {
      app.close();
      throw e;
    }
    log.atInfo()
        .addKeyValue("http", "http://%s:%d".formatted(settings.http().host(), app.httpPort()))
        .log("Started");
    return app;
  }

  private static void logLoaded(ActiveModel model) {
    log.atInfo()
        .addKeyValue("model", model.description())
        .addKeyValue("route", model.route())
        .addKeyValue("network.mb", megabytes(model.networkBytes()))
        .addKeyValue("task", model.task())
        .addKeyValue("labels", model.labels().size())
        .addKeyValue("abstain", model.rule().abstain())
        .log("Loaded the model");
  }

  private static long megabytes(long bytes) {
    return Math.round(bytes / BYTES_PER_MB);
  }

  /** Returns the port of the HTTP endpoint. */
  public int httpPort() {
    return http.port();
  }

  /** Returns whether the instance scores: every thread runs and no partition waits for a schema. */
  public boolean isReady() {
    return components.health().isReady();
  }

  /** Returns whether the client shut down because of a permanent error. */
  public boolean hasFailed() {
    return components.health().hasFailed();
  }

  /** Waits until the application is closed or has failed. */
  public void awaitEnd() throws InterruptedException {
    ended.await();
  }

  /**
   * Finishes the current records, commits them and leaves the group, within {@code
   * shutdown.timeout.ms}. Another instance, or this one after a restart, reprocesses records that
   * were not committed in time.
   */
  @Override
  public void close() {
    if (!closing.compareAndSet(false, true)) {
      return;
    }
    boolean inTime =
        components
            .streams()
            .close(
                CloseOptions.timeout(settings.streams().shutdownTimeout())
                    .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    http.close();
    components.close();
    ended.countDown();
    if (inTime) {
      log.info("Closed");
    } else {
      log.atWarn()
          .addKeyValue("shutdown.timeout.ms", settings.streams().shutdownTimeout().toMillis())
          .log(
              "The shutdown timed out; uncommitted records will be reprocessed."
                  + " Increase shutdown.timeout.ms");
    }
  }

  private void stateChanged(KafkaStreams.State state) {
    log.atInfo().addKeyValue("state", state).log("The client changed its state");
    if (state == KafkaStreams.State.ERROR) {
      ended.countDown();
    }
  }

  private HttpEndpoint listen() {
    HttpSettings address = settings.http();
    try {
      return HttpEndpoint.start(address.host(), address.port(), components.routes());
    } catch (IOException e) {
      components.streams().close();
      components.close();
      throw new StartupException(
          "Cannot listen on %s:%d: %s. Choose another http.host or http.port."
              .formatted(address.host(), address.port(), e.getMessage()),
          e);
    }
  }
}
