package io.sentimentstreams.app;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sentimentstreams.app.admin.KafkaClients;
import io.sentimentstreams.app.admin.TopicLimits;
import io.sentimentstreams.app.api.ScoreHandler;
import io.sentimentstreams.app.deadletter.DeadLetterOrigin;
import io.sentimentstreams.app.deadletter.DeadLetters;
import io.sentimentstreams.app.http.JsonResponses;
import io.sentimentstreams.app.http.LoopbackHostFilter;
import io.sentimentstreams.app.http.Response;
import io.sentimentstreams.app.http.Route;
import io.sentimentstreams.app.item.ItemHandler;
import io.sentimentstreams.app.item.ItemMeters;
import io.sentimentstreams.app.item.ItemSettings;
import io.sentimentstreams.app.item.ItemTopology;
import io.sentimentstreams.app.metrics.DeadLetterAge;
import io.sentimentstreams.app.metrics.DeadLetterAgeSampler;
import io.sentimentstreams.app.metrics.LanguageMeters;
import io.sentimentstreams.app.metrics.MeterReadings;
import io.sentimentstreams.app.metrics.ModelMeters;
import io.sentimentstreams.app.metrics.ProcessMeters;
import io.sentimentstreams.app.metrics.ScoringMeters;
import io.sentimentstreams.app.page.LivePage;
import io.sentimentstreams.app.page.PageContext;
import io.sentimentstreams.app.registry.RegistryMeters;
import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.app.serving.ScoreListener;
import io.sentimentstreams.app.serving.ServedModels;
import io.sentimentstreams.app.streams.Health;
import io.sentimentstreams.app.streams.RecordFormats;
import io.sentimentstreams.app.streams.StreamsConfigFactory;
import io.sentimentstreams.app.streams.ThreadReplacingExceptionHandler;
import io.sentimentstreams.app.streams.WrappedClientSupplier;
import io.sentimentstreams.app.topology.ModelScorer;
import io.sentimentstreams.app.topology.ReviewReader;
import io.sentimentstreams.app.topology.ReviewScorer;
import io.sentimentstreams.app.topology.ScoreBranch;
import io.sentimentstreams.app.topology.ScoreProcessor;
import io.sentimentstreams.app.topology.ScoringTopology;
import io.sentimentstreams.app.topology.TopologyExtension;
import io.sentimentstreams.model.language.LanguageDetector;
import io.sentimentstreams.model.language.LanguageRouter;
import io.sentimentstreams.model.language.OpenNlpDetector;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;

/** The parts of the application, connected but not started. The only class that connects them. */
final class Components implements AutoCloseable {

  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final int MAX_THREAD_REPLACEMENTS = 10;
  private static final Duration THREAD_REPLACEMENT_WINDOW = Duration.ofMinutes(5);

  private final Settings settings;
  private final ServedModels models;
  private final JsonResponses json = new JsonResponses();
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final ScoringMeters meters;
  private final Map<String, ModelMeters> modelMeters = new HashMap<>();
  private final LanguageMeters languageMeters;
  private final LanguageRouter router;
  private final RecordFormats formats;
  private final Optional<LivePage> page;
  private final KafkaStreams streams;
  private final Health health;
  private final ProcessMeters processMeters;
  private final DeadLetterAgeSampler deadLetterAge;

  /**
   * Creates every part.
   *
   * @param limits the maximum record sizes of the topics
   */
  Components(Settings settings, ServedModels models, TopicLimits limits) {
    this.settings = settings;
    this.models = models;
    meters = new ScoringMeters(registry);
    // Routes can share a bundle, whose meters exist once.
    models
        .all()
        .forEach(
            model -> modelMeters.computeIfAbsent(model.sha256(), key -> meters.ofModel(model)));
    LanguageDetector detector = new OpenNlpDetector();
    languageMeters = meters.ofLanguages(models.newRouter(detector).languages());
    router = models.newRouter(languageMeters.timed(detector));
    formats =
        new RecordFormats(
            settings.inputFormat(),
            settings.registry(),
            settings.topics().scores(),
            new RegistryMeters(registry));
    page = newPage();
    streams = newStreams(limits);
    health = new Health(streams, formats);
    processMeters = new ProcessMeters(registry, streams);
    deadLetterAge =
        new DeadLetterAgeSampler(
            () -> new KafkaClients(settings.connection()).admin("dead-letter-age"),
            settings.topics().deadLetter(),
            new DeadLetterAge(registry));
  }

  KafkaStreams streams() {
    return streams;
  }

  RecordFormats formats() {
    return formats;
  }

  Health health() {
    return health;
  }

  DeadLetterAgeSampler deadLetterAge() {
    return deadLetterAge;
  }

  /** Returns the routes of the HTTP endpoint. */
  List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.add(Route.get("/metrics", request -> metrics()));
    routes.addAll(health.routes());
    settings
        .items()
        .map(items -> new ItemHandler(() -> streams, items, json))
        .ifPresent(items -> routes.add(Route.getBelow(ItemHandler.PATH, items)));
    page.ifPresent(shown -> shown.routes().forEach(route -> routes.add(guarded(route))));
    page.ifPresent(
        shown ->
            routes.add(
                guarded(
                    Route.post(
                        ScoreHandler.PATH,
                        ScoreHandler.MAX_BODY_BYTES,
                        new ScoreHandler(models, router, json)))));
    return routes;
  }

  /** Closes everything except the Kafka Streams client. */
  @Override
  public void close() {
    page.ifPresent(LivePage::close);
    deadLetterAge.close();
    formats.close();
    processMeters.close();
    registry.close();
  }

  private KafkaStreams newStreams(TopicLimits limits) {
    List<TopologyExtension> extensions = extensions();
    DeadLetters deadLetters = newDeadLetters(limits);
    KafkaStreams client =
        new KafkaStreams(
            new ScoringTopology(
                    settings.topics(), () -> newProcessor(extensions, deadLetters), extensions)
                .build(),
            StreamsConfigFactory.streams(
                settings.connection(),
                settings.streams(),
                settings.items().flatMap(ItemSettings::server),
                limits.largest()),
            new WrappedClientSupplier(meters::newPublishLatency, formats::gated));
    client.setUncaughtExceptionHandler(
        new ThreadReplacingExceptionHandler(
            meters, Clock.systemUTC(), MAX_THREAD_REPLACEMENTS, THREAD_REPLACEMENT_WINDOW));
    return client;
  }

  /** Returns the optional features. Their meters exist in any case. */
  private List<TopologyExtension> extensions() {
    ItemMeters itemMeters = new ItemMeters(registry);
    List<TopologyExtension> extensions = new ArrayList<>();
    settings
        .itemTopics()
        .ifPresent(
            topics ->
                settings
                    .items()
                    .ifPresent(
                        items -> extensions.add(new ItemTopology(topics, items, itemMeters))));
    return extensions;
  }

  private ScoreProcessor newProcessor(List<TopologyExtension> extensions, DeadLetters deadLetters) {
    ScoreListener listener = page.map(LivePage::listener).orElseGet(ScoreListener::none);
    return new ScoreProcessor(
        new ReviewReader(formats.newReviewDecoder(), settings.connection().reviewMaxBytes()),
        new ReviewScorer(router, newScorers(), languageMeters, Clock.systemUTC(), listener),
        formats::scoreEncoder,
        extensions.stream().map(ScoreBranch::new).toList(),
        deadLetters,
        meters);
  }

  /** Returns a scorer per route, for one task. */
  private Map<String, ModelScorer> newScorers() {
    Map<String, ModelScorer> scorers = new HashMap<>();
    for (ActiveModel model : models.all()) {
      scorers.put(
          model.route(),
          new ModelScorer(
              model,
              model.newScorer(),
              Objects.requireNonNull(modelMeters.get(model.sha256())),
              Clock.systemUTC()));
    }
    return scorers;
  }

  private DeadLetters newDeadLetters(TopicLimits limits) {
    return new DeadLetters(
        new DeadLetterOrigin(
            settings.connection().applicationId(),
            ApplicationVersion.current(),
            models.description()),
        limits.deadLetters(),
        settings.deadLetterText(),
        Clock.systemUTC());
  }

  private Optional<LivePage> newPage() {
    boolean isEnabled =
        settings
            .http()
            .page()
            .enabled()
            .orElseGet(() -> LoopbackHostFilter.isLoopback(settings.http().host()));
    if (!isEnabled) {
      return Optional.empty();
    }
    PageContext context =
        new PageContext(
            settings.connection().applicationId(),
            ApplicationVersion.current(),
            () -> streams().state().name(),
            models,
            new MeterReadings(registry),
            Clock.systemUTC());
    return Optional.of(new LivePage(context, settings.http().page().texts(), json));
  }

  private Response metrics() {
    processMeters.refresh();
    return new Response(200, PROMETHEUS_TEXT, registry.scrape());
  }

  /** Restricts a route to loopback names, unless the settings enable the page explicitly. */
  private Route guarded(Route route) {
    return settings.http().page().enabled().isPresent()
        ? route
        : route.behind(new LoopbackHostFilter());
  }
}
