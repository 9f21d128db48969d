package io.sentimentstreams.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sentimentstreams.system.monitoring.Dashboard;
import io.sentimentstreams.system.monitoring.MissingData;
import io.sentimentstreams.system.monitoring.Prometheus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** All panels, variables and rules have data in a real Prometheus under load. */
@ExtendWith(ShowLogsOfFailedTests.class)
class QueriesIT {

  private static final Path RULES =
      Path.of(System.getProperty("repository.root"), "deploy/prometheus/rules.yml");
  private static final Duration SCRAPE = Duration.ofSeconds(1);
  private static final Duration RANGE = Duration.ofMinutes(5);
  private static final int REVIEWS_PER_SECOND = 100;

  /** Its tokens are unknown, so the application detects the language. */
  private static final String GERMAN = "Das war der schlechteste Film des Jahres.";

  private static final String UNKNOWN_METRIC = "sentiment_no_such_metric";

  @Test
  void everyPanelAndRuleHasDataUnderLoad(@TempDir Path folder) throws Exception {
    assumeTrue(
        LocalProgram.isThere("prometheus"),
        "prometheus is not installed (Debian package prometheus)");
    try (LocalRegistry registry = new LocalRegistry();
        Cluster cluster = new Cluster(folder, 2);
        ReviewStream reviews = cluster.reviews();
        ReviewStream garbage = cluster.reviews();
        ScoringProcess application =
            cluster.startApplication(
                QueriesIT.class,
                Map.of(
                    "schema.registry.url",
                    registry.url().toString(),
                    "models.route.en",
                    cluster.bundle().toString()));
        Prometheus prometheus =
            Prometheus.start(
                folder.resolve("prometheus"),
                ShowLogsOfFailedTests.log(QueriesIT.class, "prometheus"),
                RULES,
                SCRAPE,
                List.of(application.metricsAddress()))) {
      MissingData silence = new MissingData(prometheus, SCRAPE, RANGE);
      reviews.start(REVIEWS_PER_SECOND);

      await("data for every panel and rule")
          .atMost(ChildProcess.TIMEOUT)
          .pollInSameThread()
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(
              () -> {
                garbage.publish("garbage", "{}".getBytes(UTF_8));
                garbage.publish("tombstone", null);
                garbage.publish("german", garbage.encoded("german", GERMAN));
                assertThat(unanswered(silence)).isEmpty();
              });

      assertThat(
              prometheus.query(
                  "sum(sentiment_schema_registry_requests_total{outcome=\"ANSWERED\"}) > 0"))
          .as("answered requests to the registry")
          .hasSize(1);
      assertThat(silence.of(withUnknownMetric()))
          .allMatch(line -> line.contains(UNKNOWN_METRIC))
          .hasSize(2);
      reviews.stop();
    }
  }

  private static List<String> unanswered(MissingData silence) throws IOException {
    return Stream.concat(
            Dashboard.all().stream().flatMap(dashboard -> silence.of(dashboard).stream()),
            silence.ofRules().stream())
        .toList();
  }

  /** Returns the service dashboard with a misspelled metric in one panel. */
  private static Dashboard withUnknownMetric() throws IOException {
    Dashboard service =
        Dashboard.all().stream().filter(d -> d.name().equals("service")).findFirst().orElseThrow();
    String misspelt =
        service.json().toString().replaceFirst("sentiment_scored_reviews_total", UNKNOWN_METRIC);
    return Dashboard.of("misspelt", new ObjectMapper().readTree(misspelt));
  }
}
