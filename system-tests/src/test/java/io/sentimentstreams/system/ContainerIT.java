package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.Capability;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The images of the application and of a broker. The application's container has no root user, no
 * writable file system and no capabilities. Needs a Docker engine and the images.
 */
class ContainerIT {

  private static final String APPLICATION = "sentiment-streams:local";
  private static final String TRAFFIC = "sentiment-streams-traffic:local";
  private static final String LOCAL_KAFKA = "sentiment-streams-kafka:local";
  private static final String KAFKA = System.getProperty("kafka.image", "");
  private static final String BROKER = "kafka:19092";
  private static final int HTTP = 9404;
  private static final int REVIEWS = 30;
  private static final Duration TIMEOUT = Duration.ofMinutes(3);
  private static final long STOP_SECONDS = 45;

  @BeforeEach
  void needsDockerWithTheImages() throws InterruptedException {
    Optional<String> problem = DockerEngine.problem();
    assumeTrue(problem.isEmpty(), () -> problem.orElse(""));
    assumeTrue(
        DockerEngine.has(APPLICATION) && DockerEngine.has(TRAFFIC),
        "the Docker engine has no images "
            + APPLICATION
            + " and "
            + TRAFFIC
            + "; build them (deploy/README.md, or system-tests/local-images/build)");
    assumeTrue(
        DockerEngine.has(LOCAL_KAFKA) || DockerEngine.has(KAFKA) || DockerEngine.pulls(KAFKA),
        "the Docker engine has no image " + KAFKA + " and can pull none");
  }

  @Test
  void scoresReviewsWithoutPrivilegesAndStopsCleanly() throws Exception {
    try (Network network = Network.newNetwork();
        KafkaContainer kafka = kafka(network)) {
      kafka.start();
      runToEnd(hardened(APPLICATION, network).withCommand("topics", "create", "--partitions", "2"));
      try (GenericContainer<?> app = application(network)) {
        app.start();
        runToEnd(traffic(network, "zstd"));
        runToEnd(traffic(network, "snappy"));
        try (TopicRecords scores = committed(kafka, Cluster.SCORES);
            TopicRecords letters = committed(kafka, Cluster.DEAD_LETTERS)) {
          scores.awaitAtLeast(2 * REVIEWS);
          letters.awaitAtLeast(2);
          assertThat(scores.readToEnd()).hasSize(2 * REVIEWS);
        }
        assertHasNoPrivileges(app);
        assertThat(metrics(app)).contains("sentiment_scored_reviews_total{");
        assertThat(app.getLogs()).doesNotContainPattern("level=ERROR|level=WARN logger=[Kk]ernel");
        assertThat(exitCode(app)).isZero();
      }
    }
  }

  /** Creates a broker from the local image, or from the official one. */
  @SuppressWarnings("resource") // The caller closes it.
  private static KafkaContainer kafka(Network network) {
    DockerImageName image =
        DockerEngine.has(LOCAL_KAFKA)
            ? DockerImageName.parse(LOCAL_KAFKA).asCompatibleSubstituteFor("apache/kafka")
            : DockerImageName.parse(KAFKA);
    return new KafkaContainer(image)
        .withNetwork(network)
        .withNetworkAliases("kafka")
        .withListener(BROKER)
        .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
        .withStartupTimeout(TIMEOUT);
  }

  private static GenericContainer<?> application(Network network) {
    return hardened(APPLICATION, network)
        .withExposedPorts(HTTP)
        .waitingFor(Wait.forHealthcheck().withStartupTimeout(TIMEOUT));
  }

  private static GenericContainer<?> traffic(Network network, String compression) {
    return hardened(TRAFFIC, network)
        .withCommand(
            "--bootstrap-servers",
            BROKER,
            "--rate",
            "100",
            "--reviews",
            Integer.toString(REVIEWS),
            "--compression",
            compression);
  }

  private static GenericContainer<?> hardened(String image, Network network) {
    GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(image));
    return container
        .withNetwork(network)
        .withEnv("BOOTSTRAP_SERVERS", BROKER)
        .withCreateContainerCmdModifier(
            create ->
                create
                    .getHostConfig()
                    .withReadonlyRootfs(true)
                    .withCapDrop(Capability.ALL)
                    .withMemory(640L << 20)
                    .withSecurityOpts(List.of("no-new-privileges")));
  }

  private static void runToEnd(GenericContainer<?> container) {
    try (container) {
      container.withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(TIMEOUT));
      container.start();
    }
  }

  private static void assertHasNoPrivileges(GenericContainer<?> app) throws Exception {
    ExecResult status = app.execInContainer("cat", "/proc/1/status");
    assertThat(status.getStdout())
        .containsPattern("Uid:\\s+10001\\s+10001\\s+10001\\s+10001")
        .containsPattern("CapEff:\\s+0000000000000000")
        .containsPattern("NoNewPrivs:\\s+1");
    assertThat(app.execInContainer("touch", "/tmp/file").getStderr())
        .contains("Read-only file system");
  }

  private static String metrics(GenericContainer<?> app) throws IOException, InterruptedException {
    URI uri = URI.create("http://%s:%d/metrics".formatted(app.getHost(), app.getMappedPort(HTTP)));
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
        .body();
  }

  private static TopicRecords committed(KafkaContainer kafka, String topic) {
    return new TopicRecords(kafka.getBootstrapServers(), topic, "read_committed");
  }

  /** Sends SIGTERM and returns the exit code. */
  private static long exitCode(GenericContainer<?> app) {
    app.getDockerClient()
        .stopContainerCmd(app.getContainerId())
        .withTimeout(Math.toIntExact(STOP_SECONDS))
        .exec();
    ContainerState state =
        app.getDockerClient().inspectContainerCmd(app.getContainerId()).exec().getState();
    return state.getExitCodeLong();
  }
}
