package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sentimentstreams.app.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files and services in deploy/compose.yaml exist and fit together. */
class ComposeTest {

  private static final Path ROOT = Path.of(System.getProperty("repository.root", ".."));
  private static final Path DEPLOY = ROOT.resolve("deploy");
  private static final String LOOPBACK = "127.0.0.1:";

  private final JsonNode compose = YamlDocuments.read(DEPLOY.resolve("compose.yaml"));

  ComposeTest() throws IOException {}

  @Test
  void portsArePublishedOnLoopbackOnlyAndOnceEach() {
    List<String> published = new ArrayList<>();
    compose.path("services").forEach(s -> s.path("ports").forEach(p -> published.add(p.asText())));

    assertThat(published).isNotEmpty().allMatch(port -> port.startsWith(LOOPBACK));
    assertThat(published).map(port -> port.split(":", -1)[1]).doesNotHaveDuplicates();
  }

  @Test
  void imagesArePinnedAndKafkaMatchesTheClients() throws IOException {
    Set<String> own = Set.of("sentiment-streams:local", "sentiment-streams-traffic:local");
    for (Map.Entry<String, JsonNode> service : compose.path("services").properties()) {
      String image = service.getValue().path("image").asText();
      assertThat(own.contains(image) || image.matches("[a-z/-]+:v?\\d+\\.\\d+\\.\\d+"))
          .as("image %s of %s", image, service.getKey())
          .isTrue();
    }
    assertThat(service("kafka").path("image").asText())
        .isEqualTo("apache/kafka:" + property("kafka.version"));
    assertThat(Stream.of("app", "traffic").map(name -> service(name).path("build")))
        .allMatch(
            build -> DEPLOY.resolve(build.path("context").asText()).equals(DEPLOY.resolve("..")))
        .allMatch(build -> Files.exists(ROOT.resolve(build.path("dockerfile").asText())));
  }

  @Test
  void mountedFilesExistAndAreReadOnly() {
    for (JsonNode service : compose.path("services")) {
      for (JsonNode volume : service.path("volumes")) {
        String[] parts = volume.asText().split(":", -1);
        if (parts[0].startsWith(".")) {
          assertThat(DEPLOY.resolve(parts[0])).exists();
          assertThat(parts).as(volume.asText()).hasSize(3).endsWith("ro");
        } else {
          assertThat(compose.path("volumes").has(parts[0])).as(parts[0]).isTrue();
        }
      }
    }
  }

  @Test
  void dependenciesHaveHealthChecks() {
    for (JsonNode service : compose.path("services")) {
      for (Map.Entry<String, JsonNode> wanted : service.path("depends_on").properties()) {
        JsonNode other = service(wanted.getKey());
        boolean checked =
            switch (wanted.getValue().path("condition").asText()) {
              case "service_completed_successfully" -> !other.has("restart");
              case "service_healthy" ->
                  other.path("healthcheck").has("test")
                      || other.path("image").asText().equals("sentiment-streams:local");
              default -> false;
            };
        assertThat(checked).as("condition on %s", wanted.getKey()).isTrue();
      }
    }
  }

  @Test
  void theApplicationTakesItsSettings() throws IOException {
    Settings settings = Settings.read(environmentOfTheApplication());

    assertThat(environmentOfTheApplication().keySet()).isSubsetOf(DockerfileSettings.known());
    assertThat(service("kafka").path("environment").path("KAFKA_ADVERTISED_LISTENERS").asText())
        .contains("INTERNAL://" + settings.connection().bootstrapServers());
    assertThat(service("topics").path("environment").path("BOOTSTRAP_SERVERS").asText())
        .isEqualTo(settings.connection().bootstrapServers());
    assertThat(texts(service("traffic").path("command")))
        .contains(settings.connection().bootstrapServers());
    assertThat(service("app").path("ports").path(0).asText())
        .endsWith(":" + settings.http().port());
    assertThat(service("app").path("stop_grace_period").asText())
        .as("longer than shutdown.timeout.ms")
        .isEqualTo(settings.streams().shutdownTimeout().plusSeconds(15).toSeconds() + "s");
  }

  @Test
  void theRegistryIsFoundByTheApplicationAndByTrafficAndKeepsSchemasInKafka() throws IOException {
    Settings settings = Settings.read(environmentOfTheApplication());
    URI url = settings.registry().orElseThrow().urls().get(0);
    JsonNode registry = service(url.getHost());

    assertThat(settings.registry().orElseThrow().urls()).hasSize(1);
    assertThat(registry.path("image").asText())
        .isEqualTo("apicurio/apicurio-registry:" + property("apicurio.version"));
    assertThat(registry.path("ports").path(0).asText()).endsWith(":" + url.getPort());
    assertThat(String.join(" ", texts(registry.path("healthcheck").path("test"))))
        .contains("/dev/tcp/127.0.0.1/%d ".formatted(url.getPort()))
        .contains("GET %s/subjects ".formatted(url.getPath()));
    assertThat(registry.path("environment").path("APICURIO_STORAGE_KIND").asText())
        .isEqualTo("kafkasql");
    assertThat(registry.path("environment").path("APICURIO_KAFKASQL_BOOTSTRAP_SERVERS").asText())
        .isEqualTo(settings.connection().bootstrapServers());
    assertThat(texts(service("traffic").path("command")))
        .containsSequence("--registry", url.toString());
    assertThat(List.of(service("app"), service("traffic")))
        .allMatch(reader -> reader.path("depends_on").has(url.getHost()));
  }

  @Test
  void prometheusConfigurationsDifferInTargetsOnly() throws IOException {
    JsonNode here = YamlDocuments.read(DEPLOY.resolve("compose/prometheus.yml"));
    JsonNode elsewhere = YamlDocuments.read(DEPLOY.resolve("prometheus/prometheus.yml"));

    assertThat(removeTargets(here))
        .containsExactly("app:" + DockerfileSettings.read().get("HTTP_PORT"));
    assertThat(removeTargets(elsewhere)).hasSize(1);
    assertThat(here).isEqualTo(elsewhere);
    List<String> mounted = texts(service("prometheus").path("volumes"));
    for (JsonNode rules : here.path("rule_files")) {
      assertThat(mounted)
          .contains("./prometheus/%1$s:/etc/prometheus/%1$s:ro".formatted(rules.asText()));
    }
  }

  @Test
  void grafanaFindsPrometheusAndTheDashboards() throws IOException {
    Map<String, String> environment = new HashMap<>();
    JsonNode grafana = service("grafana");
    grafana
        .path("environment")
        .properties()
        .forEach(e -> environment.put(e.getKey(), e.getValue().asText()));
    JsonNode source =
        YamlDocuments.read(ROOT.resolve("grafana/provisioning/datasources/prometheus.yml"));
    JsonNode provider =
        YamlDocuments.read(ROOT.resolve("grafana/provisioning/dashboards/sentiment-streams.yml"));
    String folder = provider.path("providers").path(0).path("options").path("path").asText();
    String home = environment.get("GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH");

    assertThat(source.path("datasources").path(0).path("url").asText())
        .isEqualTo("${PROMETHEUS_URL}");
    assertThat(service("prometheus").path("ports").path(0).asText())
        .endsWith(environment.getOrDefault("PROMETHEUS_URL", "").split("prometheus", 2)[1]);
    assertThat(texts(grafana.path("volumes")))
        .contains(
            "../grafana/provisioning:/etc/grafana/provisioning:ro",
            "../grafana/dashboards:" + folder + ":ro");
    assertThat(home).startsWith(folder + "/");
    assertThat(ROOT.resolve("grafana/dashboards").resolve(Path.of(home).getFileName())).exists();
  }

  @Test
  void dockerComposeAcceptsTheFile() throws Exception {
    boolean plugin = hasComposePlugin();
    assumeTrue(
        plugin || LocalProgram.isThere("docker-compose"),
        "neither docker compose nor docker-compose (Debian package) is installed");
    String[] command =
        plugin
            ? new String[] {"docker", "compose", "-f", "compose.yaml", "config", "--quiet"}
            : new String[] {"docker-compose", "-f", "compose.yaml", "config", "--quiet"};
    LocalProgram.run(DEPLOY, command);
  }

  private static boolean hasComposePlugin() throws IOException, InterruptedException {
    return LocalProgram.isThere("docker")
        && new ProcessBuilder("docker", "compose", "version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor()
            == 0;
  }

  /** Returns the variables of the image, overridden by those of the file. */
  private Map<String, String> environmentOfTheApplication() throws IOException {
    Map<String, String> environment = DockerfileSettings.read();
    JsonNode app = service("app").path("environment");
    app.properties().forEach(e -> environment.put(e.getKey(), e.getValue().asText()));
    return environment;
  }

  private JsonNode service(String name) {
    JsonNode service = compose.path("services").path(name);
    assertThat(service.isObject()).as("service " + name).isTrue();
    return service;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static List<String> removeTargets(JsonNode prometheus) {
    ObjectNode targets =
        (ObjectNode) prometheus.path("scrape_configs").path(0).path("static_configs").path(0);
    return texts((ArrayNode) targets.remove("targets"));
  }

  private static String property(String name) throws IOException {
    String pom = Files.readString(ROOT.resolve("pom.xml"));
    return pom.split("<" + name + ">", 2)[1].split("<", 2)[0];
  }
}
