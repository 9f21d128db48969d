package io.sentimentstreams.system;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sentimentstreams.system.monitoring.Dashboard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** All panels and rules use metrics that the application exports. */
@ExtendWith(ShowLogsOfFailedTests.class)
class DashboardIT {

  private static final Path ROOT = Path.of(System.getProperty("repository.root", ".."));
  private static final Path RULES = ROOT.resolve("deploy/prometheus/rules.yml");
  private static final Pattern RULES_EXPRESSIONS = Pattern.compile("expr:(.*(?:\\n          .*)*)");
  private static final Pattern SERVED =
      Pattern.compile("(?<!:)\\b(sentiment|kafka|jvm)_[a-z0-9_]+");
  private static final Pattern METRIC = Pattern.compile("[A-Za-z][A-Za-z0-9_]+(?=\\{)");

  /** A series of Prometheus, and one that exists after the first garbage collection. */
  private static final Set<String> LATER = Set.of("ALERTS", "jvm_gc_pause_seconds_sum");

  @Test
  void panelsAndRulesUseExportedMetricsOnly(@TempDir Path folder) throws Exception {
    Set<String> wanted = wantedMetrics();
    assertThat(wanted).contains("sentiment_scored_reviews_total", "sentiment_consumer_lag_records");
    try (Cluster cluster = new Cluster(folder, 2);
        ReviewStream reviews = cluster.reviews();
        TopicRecords scores = cluster.committed(Cluster.SCORES);
        ScoringProcess application = start(cluster)) {
      reviews.publish("tombstone", null);
      reviews.publish(20);
      scores.awaitAtLeast(20);
      assertThat(served(application.metrics())).containsAll(wanted);
      await("the publish latency of all 21 records")
          .atMost(ChildProcess.TIMEOUT)
          .until(
              () -> application.metrics().contains("sentiment_publish_latency_seconds_count 21\n"));
    }
  }

  /** Starts an instance with a route, because only then languages have metrics. */
  private static ScoringProcess start(Cluster cluster) throws IOException {
    return cluster.startApplication(
        DashboardIT.class,
        Map.of(
            "processing.guarantee",
            "at_least_once",
            "models.route.en",
            cluster.bundle().toString()));
  }

  private static Set<String> wantedMetrics() throws IOException {
    Set<String> metrics = new TreeSet<>();
    Dashboard.all().stream()
        .flatMap(dashboard -> dashboard.panels().stream())
        .flatMap(panel -> panel.queries().stream())
        .flatMap(query -> METRIC.matcher(query.expression()).results())
        .map(MatchResult::group)
        .filter(metric -> !LATER.contains(metric))
        .forEach(metrics::add);
    RULES_EXPRESSIONS
        .matcher(Files.readString(RULES))
        .results()
        .flatMap(rule -> SERVED.matcher(rule.group(1)).results())
        .map(MatchResult::group)
        .forEach(metrics::add);
    return metrics;
  }

  private static Set<String> served(String scrape) {
    return scrape
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("[{ ]", 2)[0])
        .collect(toCollection(TreeSet::new));
  }
}
