package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sentimentstreams.schemas.wire.SchemaReleases;
import io.sentimentstreams.schemas.wire.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The commands {@code broker} and {@code traffic} of the quickstart. */
@ExtendWith(ShowLogsOfFailedTests.class)
class TrafficIT {

  private static final String JAR = "quickstart-app/target/quickstart.jar";
  private static final Pattern READY = Pattern.compile("ready bootstrap.servers=(\\S+)");

  @Test
  void trafficPublishesReviewsAndMalformedEvents() throws Exception {
    try (ChildProcess broker = start("broker", List.of("broker", "--port", "0"))) {
      String servers = bootstrapServers(broker);
      assertThat(new Operator(servers).run("topics", "create", "--partitions", "2").status())
          .isZero();

      try (ChildProcess counted = traffic("counted", servers, "--reviews", "60")) {
        assertThat(counted.exitCode()).isZero();
        assertThat(counted.output()).contains("published=63 malformed=3 failed=0");
      }
      try (TopicRecords reviews = new TopicRecords(servers, Cluster.REVIEWS, "read_committed");
          ChildProcess endless = traffic("endless", servers)) {
        reviews.awaitAtLeast(63 + 50);
        endless.terminate();
        assertThat(endless.exitCode()).isZero();
      }
      broker.terminate();
      assertThat(broker.exitCode()).isZero();
    }
  }

  @Test
  void reviewsContainSchemaIdsIfARegistryIsUsed() throws Exception {
    try (LocalRegistry registry = new LocalRegistry();
        ChildProcess broker = start("registry-broker", List.of("broker", "--port", "0"))) {
      String servers = bootstrapServers(broker);
      assertThat(new Operator(servers).run("topics", "create", "--partitions", "1").status())
          .isZero();

      try (ChildProcess registered =
          traffic("registered", servers, "--reviews", "1", "--registry", registry.url() + "")) {
        assertThat(registered.exitCode()).isZero();
      }
      try (TopicRecords reviews = new TopicRecords(servers, Cluster.REVIEWS, "read_committed")) {
        reviews.awaitAtLeast(1);
        byte[] value = reviews.readToEnd().get(0).value();
        assertThat(WireFormat.isRegistered(value)).isTrue();
        assertThat(new RegisteredSchemas(registry.url()).schema(WireFormat.schemaId(value)))
            .isEqualTo(SchemaReleases.of("ReviewEvent").newest().toString());
      }
    }
  }

  private static ChildProcess traffic(String log, String servers, String... options)
      throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("traffic", "--bootstrap-servers", servers, "--rate", "200"));
    arguments.addAll(List.of(options));
    return start(log, arguments);
  }

  private static ChildProcess start(String log, List<String> arguments) throws IOException {
    return ChildProcess.start(JAR, ShowLogsOfFailedTests.log(TrafficIT.class, log), arguments);
  }

  private static String bootstrapServers(ChildProcess broker) throws IOException {
    await("the broker")
        .atMost(ChildProcess.TIMEOUT)
        .failFast("the broker exited", () -> !broker.isAlive())
        .until(() -> READY.matcher(broker.output()).find());
    Matcher ready = READY.matcher(broker.output());
    assertThat(ready.find()).isTrue();
    return ready.group(1);
  }
}
