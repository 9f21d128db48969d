package io.sentimentstreams.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

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
    "--registry, registry:8080, --registry: a registry must have URLs with http:// or https://",
    "--registry, http://user:secret@registry:8080, without user"
  })
  void refusesWhatHasNoEndOrNoBound(String option, String value, String said) {
    assertThat(run("traffic", "--bootstrap-servers", "127.0.0.1:1", option, value)).isEqualTo(2);
    assertThat(err.toString()).contains(said);
  }

  @Test
  void needsToKnowTheCluster() {
    assertThat(run("traffic")).isEqualTo(2);
    assertThat(err.toString()).contains("--bootstrap-servers");
  }

  @Test
  void refusesAPortThatThereIsNot() {
    assertThat(run("broker", "--port", "70000")).isEqualTo(2);
    assertThat(err.toString()).contains("--port must be 0 to 65535, was 70000");
  }

  @Test
  void countsReviewsAndWhatIsMalformedApart() {
    TrafficCount count = new TrafficCount(new PrintWriter(out, true));
    Playlist playlist = new Playlist(SampleReviews.read(), 10);
    playlist.forEachRemaining(event -> count.published(event, System.nanoTime()));

    assertThat(count.end()).isZero();
    assertThat(out.toString()).startsWith("published=12 malformed=2 failed=0");
  }

  @Test
  void whatDidNotArriveIsAFailure() {
    TrafficCount count = new TrafficCount(new PrintWriter(out, true));
    PlannedEvent event = new PlannedEvent.NotAvro("bad-1");
    count.published(event, System.nanoTime());
    count.failed(event, new IllegalStateException("no broker"));

    assertThat(count.end()).isEqualTo(1);
    assertThat(out.toString()).contains("bad-1 did not arrive: no broker", "failed=1");
  }

  private int run(String... arguments) {
    CommandLine line =
        Quickstart.commandLine(new Quickstart(Path.of(""), new PrintWriter(out, true), 80));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
