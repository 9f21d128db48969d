package io.sentimentstreams.app;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sentimentstreams.app.admin.ClusterValidationException;
import io.sentimentstreams.app.admin.TopicLimits;
import io.sentimentstreams.app.admin.TopicValidator;
import io.sentimentstreams.app.deadletter.DeadLetterOrigin;
import io.sentimentstreams.app.deadletter.DeadLetters;
import io.sentimentstreams.app.http.HttpEndpoint;
import io.sentimentstreams.app.http.LoopbackHostFilter;
import io.sentimentstreams.app.http.Response;
import io.sentimentstreams.app.http.Route;
import io.sentimentstreams.app.item.ItemHandler;
import io.sentimentstreams.app.item.ItemSettings;
import io.sentimentstreams.app.item.ItemTopology;
import io.sentimentstreams.app.metrics.MeterReadings;
import io.sentimentstreams.app.metrics.ProcessMeters;
import io.sentimentstreams.app.metrics.ScoringMeters;
import io.sentimentstreams.app.page.LivePage;
import io.sentimentstreams.app.page.PageContext;
import io.sentimentstreams.app.registry.RegistryConfigException;
import io.sentimentstreams.app.registry.RegistryMeters;
import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.app.streams.Health;
import io.sentimentstreams.app.streams.RecordFormats;
import io.sentimentstreams.app.streams.StreamsConfigFactory;
import io.sentimentstreams.app.streams.ThreadReplacingExceptionHandler;
import io.sentimentstreams.app.streams.TimedClientSupplier;
import io.sentimentstreams.app.topology.ScoreListener;
import io.sentimentstreams.app.topology.ScoringTopology;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.BundleTrust;
import io.sentimentstreams.model.bundle.InvalidBundleException;
import io.sentimentstreams.model.bundle.InvalidKeyException;
import io.sentimentstreams.model.bundle.LoadedBundle;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running application: a Kafka Streams client that scores, and an HTTP endpoint with metrics
 * and health. Does not end the process, whatever happens. Thread-safe.
 */
public final class ScoringApp implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ScoringApp.class);
  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final int THREAD_REPLACEMENTS = 10;
  private static final Duration THREAD_REPLACEMENT_WINDOW = Duration.ofMinutes(5);

  private final Settings settings;
  private final PrometheusMeterRegistry registry;
  private final RecordFormats formats;
  private final KafkaStreams streams;
  private final Health health;
  private final ProcessMeters processMeters;
  private final DeadLetterWatch watch;
  private final Optional<LivePage> page;
  private final HttpEndpoint http;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicBoolean closing = new AtomicBoolean();

  /** Listens, but does not score before its client is started. */
  ScoringApp(Settings settings, ActiveModel model, TopicLimits limits) {
    this.settings = settings;
    registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    ScoringMeters meters = new ScoringMeters(registry, model.reference(), model.validated());
    formats =
        new RecordFormats(
            settings.inputFormat(),
            settings.registry(),
            settings.topics().scores(),
            new RegistryMeters(registry));
    page = page(settings, model);
    Topology topology =
        new ScoringTopology(
                settings.topics(),
                formats.reviews(),
                formats.scores(),
                settings.connection().reviewMaxBytes(),
                model,
                deadLetters(settings, model, limits),
                meters,
                Clock.systemUTC(),
                page.map(LivePage::listener).orElseGet(ScoreListener::none),
                items(settings, meters))
            .build();
    streams =
        new KafkaStreams(
            topology,
            StreamsConfigFactory.streams(
                settings.connection(),
                settings.streams(),
                settings.items().flatMap(ItemSettings::server),
                limits.largest()),
            formats.holding(new TimedClientSupplier(meters)));
    streams.setUncaughtExceptionHandler(
        new ThreadReplacingExceptionHandler(
            meters, Clock.systemUTC(), THREAD_REPLACEMENTS, THREAD_REPLACEMENT_WINDOW));
    streams.setStateListener((now, before) -> stateChanged(now));
    health = new Health(streams, formats);
    processMeters = new ProcessMeters(registry, streams);
    watch = new DeadLetterWatch(settings.connection(), meters);
    http = listen();
  }

  /**
   * Loads the model, checks the topics and begins to score.
   *
   * @param settings of the application
   * @throws InvalidBundleException if the model cannot be used
   * @throws InvalidKeyException if it is to be signed, but whose signature counts cannot be read
   * @throws ClusterValidationException if the cluster, its topics or the rights on them do not do
   * @throws StartupException if the model has more than two labels, or the HTTP address cannot be
   *     used
   * @throws RegistryConfigException if the schema registry refuses what must be
   */
  public static ScoringApp start(Settings settings) {
    log.info("event=starting {}", settings);
    // Side by side: the one computes, the other waits for answers.
    CompletableFuture<TopicLimits> topics =
        CompletableFuture.supplyAsync(() -> new TopicValidator(settings.connection()).run());
    ActiveModel model = new ActiveModel(bundle(settings), settings.model().uncertainBand());
    log.info(
        "event=model-loaded model=\"{}\" uncertain=\"{}\"",
        model.description(),
        model.uncertainBand().map(band -> band.low() + " to " + band.high()).orElse("none"));
    ScoringApp app = new ScoringApp(settings, model, checked(topics));
    try {
      app.watch.start();
      app.formats.open();
      app.streams.start();
    } catch (RuntimeException e) {
      app.close();
      throw e;
    }
    log.info("event=started http=http://{}:{}/metrics", settings.http().host(), app.httpPort());
    return app;
  }

  private static TopicLimits checked(CompletableFuture<TopicLimits> topics) {
    try {
      return topics.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof ClusterValidationException unusable) {
        throw unusable;
      }
      throw e;
    }
  }

  /** The bundle, which must tell positive from negative: that is what a score can say. */
  private static LoadedBundle bundle(Settings settings) {
    BundleTrust trust =
        settings.model().trustKey().map(BundleTrust::ofKeys).orElseGet(BundleTrust.Anyone::new);
    LoadedBundle loaded = BundleReader.read(settings.model().bundle(), trust);
    List<String> labels = loaded.bundle().manifest().labels();
    if (labels.size() > 2) {
      throw new StartupException(
          "the bundle %s has %d labels (%s), but a review score is the probability of one of two;"
                  .formatted(settings.model().bundle(), labels.size(), String.join(", ", labels))
              + " choose a bundle of two labels",
          null);
    }
    return loaded;
  }

  /** The port on which metrics and health are served. */
  public int httpPort() {
    return http.port();
  }

  /** Whether records are being scored: the model is loaded, every thread runs and none waits. */
  public boolean isReady() {
    return health.isReady();
  }

  /** Whether the client ended by itself because of a failure that would come back. */
  public boolean hasFailed() {
    return health.hasFailed();
  }

  /** Waits until the application is closed or has failed. */
  public void awaitEnd() throws InterruptedException {
    ended.await();
  }

  /**
   * Finishes the records in work, commits them and leaves the group. Waits for that as long as
   * {@code shutdown.timeout.ms}; what is not committed by then will be read again by another
   * instance or after a restart.
   */
  @Override
  public void close() {
    if (!closing.compareAndSet(false, true)) {
      return;
    }
    boolean inTime =
        streams.close(
            CloseOptions.timeout(settings.streams().shutdownTimeout())
                .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    http.close();
    page.ifPresent(LivePage::close);
    watch.close();
    formats.close();
    processMeters.close();
    registry.close();
    ended.countDown();
    if (inTime) {
      log.info("event=closed");
    } else {
      log.warn(
          "event=closed-late shutdown.timeout.ms={} remedy=\"records in work are read again; raise"
              + " the timeout\"",
          settings.streams().shutdownTimeout().toMillis());
    }
  }

  private static DeadLetters deadLetters(Settings settings, ActiveModel model, TopicLimits limits) {
    return new DeadLetters(
        new DeadLetterOrigin(
            settings.connection().applicationId(),
            ApplicationVersion.current(),
            model.description()),
        limits.deadLetters(),
        settings.deadLetterText(),
        Clock.systemUTC());
  }

  private static Optional<ItemTopology> items(Settings settings, ScoringMeters meters) {
    return settings
        .itemTopics()
        .flatMap(
            topics -> settings.items().map(counted -> new ItemTopology(topics, counted, meters)));
  }

  private Optional<LivePage> page(Settings settings, ActiveModel model) {
    HttpSettings served = settings.http();
    if (!served.page().enabled().orElseGet(() -> LoopbackHostFilter.isLoopback(served.host()))) {
      return Optional.empty();
    }
    PageContext surroundings =
        new PageContext(
            settings.connection().applicationId(),
            ApplicationVersion.current(),
            () -> streams.state().name(),
            model,
            new MeterReadings(registry),
            Clock.systemUTC());
    return Optional.of(new LivePage(surroundings, served.page().texts()));
  }

  private void stateChanged(KafkaStreams.State state) {
    log.info("event=state state={}", state);
    if (state == KafkaStreams.State.ERROR) {
      ended.countDown();
    }
  }

  private HttpEndpoint listen() {
    List<Route> routes = new ArrayList<>();
    routes.add(Route.get("/metrics", request -> metrics()));
    routes.addAll(health.routes());
    settings
        .items()
        .map(items -> new ItemHandler(() -> streams, items))
        .ifPresent(items -> routes.add(Route.getBelow(ItemHandler.PATH, items)));
    page.ifPresent(shown -> shown.routes().forEach(route -> routes.add(guarded(route))));
    try {
      return HttpEndpoint.start(settings.http().host(), settings.http().port(), routes);
    } catch (IOException e) {
      processMeters.close();
      page.ifPresent(LivePage::close);
      streams.close();
      formats.close();
      throw new StartupException(
          "metrics and health cannot be served at %s:%d (%s); choose another http.host or http.port"
              .formatted(settings.http().host(), settings.http().port(), e.getMessage()),
          e);
    }
  }

  private Response metrics() {
    processMeters.refresh();
    return new Response(200, PROMETHEUS_TEXT, registry.scrape());
  }

  /** Where nobody asked for the page, it is this machine's alone. */
  private Route guarded(Route route) {
    return settings.http().page().enabled().isPresent()
        ? route
        : route.behind(new LoopbackHostFilter());
  }
}
