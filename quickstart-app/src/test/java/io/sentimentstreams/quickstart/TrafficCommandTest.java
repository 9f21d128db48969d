package io.sentimentstreams.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.quickstart.review.SampleReviews;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class TrafficCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource({
    "--rate, 0, --rate must be above 0",
    "--rate, 10001, at most 10000",
    "--rate, NaN, --rate must be above 0",
    "--reviews, 0, --reviews must be at least 1",
    "--registry, registry:8080, --registry",
    "--registry, http://user:secret@registry:8080, --registry"
  })
  void rejectsInvalidOptions(String option, String value, String said) {
    assertThat(run("traffic", "--bootstrap-servers", "127.0.0.1:1", option, value)).isEqualTo(2);
    assertThat(err.toString()).contains(said);
  }

  @Test
  void requiresBootstrapServers() {
    assertThat(run("traffic")).isEqualTo(2);
    assertThat(err.toString()).contains("--bootstrap-servers");
  }

  @Test
  void rejectsAnInvalidPort() {
    assertThat(run("broker", "--port", "70000")).isEqualTo(2);
    assertThat(err.toString()).contains("--port", "65535", "70000");
  }

  @Test
  void countsMalformedEventsApart() {
    TrafficCount count = new TrafficCount(new PrintWriter(out, true));
    Playlist playlist = new Playlist(SampleReviews.clear(), 10);
    playlist.forEachRemaining(event -> count.published(event, System.nanoTime()));

    assertThat(count.finish()).isZero();
    assertThat(out.toString()).startsWith("published=11 malformed=1 failed=0");
  }

  @Test
  void failsIfAnEventIsNotPublished() {
    TrafficCount count = new TrafficCount(new PrintWriter(out, true));
    PlannedEvent event = new PlannedEvent.NotAvro("malformed-1");
    count.published(event, System.nanoTime());
    count.failed(event, new IllegalStateException("no broker"));

    assertThat(count.finish()).isEqualTo(1);
    assertThat(out.toString()).contains("malformed-1", "no broker", "failed=1");
  }

  private int run(String... arguments) {
    CommandLine line =
        Quickstart.commandLine(new Quickstart(Path.of(""), new PrintWriter(out, true), 80));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
