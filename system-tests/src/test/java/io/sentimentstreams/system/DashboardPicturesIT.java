package io.sentimentstreams.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sentimentstreams.system.monitoring.Dashboard;
import io.sentimentstreams.system.monitoring.Picture;
import io.sentimentstreams.system.monitoring.Prometheus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Draws the dashboards for the documents, with the data of a real Prometheus while two instances
 * score the quickstart's reviews with the released model. Enabled with {@code
 * -Ddashboard.pictures=FOLDER}; takes some minutes.
 */
@Tag("pictures")
@ExtendWith(ShowLogsOfFailedTests.class)
class DashboardPicturesIT {

  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final Duration SCRAPE = Duration.ofSeconds(2);
  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final Duration RANGE = Duration.ofMinutes(3);
  private static final int TICKS_PER_SECOND = 10;
  private static final int MAX_BYTES = 200_000;

  @Test
  void drawsDashboardsUnderLoad(@TempDir Path folder) throws Exception {
    assumeTrue(
        LocalProgram.isThere("prometheus"),
        "prometheus is not installed (Debian package prometheus)");
    Path pictures = Files.createDirectories(ROOT.resolve(System.getProperty("dashboard.pictures")));
    Map<String, String> settings =
        Map.of("models.route.en", ROOT.resolve("models/imdb-default").toString());
    try (Cluster cluster = new Cluster(folder, 4);
        ReviewStream reviews = cluster.reviews();
        ScoringProcess one = cluster.startApplication(DashboardPicturesIT.class, settings);
        ScoringProcess other = cluster.startApplication(DashboardPicturesIT.class, settings);
        Prometheus prometheus =
            Prometheus.start(
                folder.resolve("prometheus"),
                ShowLogsOfFailedTests.log(DashboardPicturesIT.class, "prometheus"),
                ROOT.resolve("deploy/prometheus/rules.yml"),
                SCRAPE,
                List.of(one.metricsAddress(), other.metricsAddress()))) {
      publishForAWhile(reviews);

      Instant to = Instant.ofEpochSecond(Instant.now().getEpochSecond() - 1);
      Picture picture = new Picture(prometheus, SCRAPE, to.minus(RANGE), to, SCRAPE);
      for (Dashboard dashboard : Dashboard.all()) {
        Path png = pictures.resolve("dashboard-" + dashboard.name() + ".png");
        ImageIO.write(picture.of(dashboard), "png", png.toFile());
        assertThat(Files.size(png)).as(png.toString()).isLessThan(MAX_BYTES);
      }
    }
  }

  /** Publishes a varying rate with a burst, and some malformed records. */
  private static void publishForAWhile(ReviewStream reviews) throws IOException {
    List<String> texts = texts();
    Random random = new Random(5);
    long start = System.nanoTime();
    long ticks = WARM_UP.plus(RANGE).toSeconds() * TICKS_PER_SECOND;
    int published = 0;
    for (long tick = 0; tick < ticks; tick++) {
      long due = start + TimeUnit.SECONDS.toNanos(tick) / TICKS_PER_SECOND;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      double share = (double) tick / ticks;
      double perSecond = 30 + 12 * Math.sin(share * 20) + (share > 0.6 && share < 0.66 ? 150 : 0);
      for (int i = 0; i < Math.round(perSecond / TICKS_PER_SECOND); i++) {
        String id = "sample-" + published++;
        reviews.publish(id, reviews.encoded(id, texts.get(random.nextInt(texts.size()))));
      }
      if (random.nextInt(share > 0.8 ? 8 : 40) == 0) {
        reviews.publish("odd-" + tick, random.nextBoolean() ? null : "{}".getBytes(UTF_8));
      }
    }
  }

  /** Returns the sample reviews, and joins of 16 of them as long reviews. */
  private static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>(SampleReviews.texts());
    assertThat(texts).hasSizeGreaterThan(100);
    for (int i = 0; i + 16 < 96; i += 4) {
      texts.add(String.join(" ", texts.subList(i, i + 16)));
    }
    return texts;
  }
}
