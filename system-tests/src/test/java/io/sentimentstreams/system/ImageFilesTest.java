package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.sentimentstreams.model.text.Analyzer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files of the image, tested without a Docker engine. */
class ImageFilesTest {

  private static final Path ROOT = Path.of(System.getProperty("repository.root", ".."));
  private static final Path IMAGE = ROOT.resolve("deploy/image");
  private static final Pattern IN_IMAGE = Pattern.compile("/opt/sentiment-streams/([\\w./-]+)");
  private static final Pattern MODULE = Pattern.compile("<module>([\\w-]+)</module>");

  @Test
  void healthCheckAcceptsStatus200Only() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "/bin/bash is not installed");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    int port = server.getAddress().getPort();
    for (Map.Entry<String, Integer> page :
        Map.of("/health/ready", 200, "/health/live", 503).entrySet()) {
      server.createContext(
          page.getKey(),
          exchange -> {
            exchange.sendResponseHeaders(page.getValue(), -1);
            exchange.close();
          });
    }
    server.start();
    try {
      assertThat(healthcheck(port)).isZero();
      assertThat(healthcheck(port, "/health/live")).isEqualTo(1);
    } finally {
      server.stop(0);
    }
    assertThat(healthcheck(port)).as("without a server").isEqualTo(1);
  }

  @Test
  void filesNamedInTheImageAreCopied() throws IOException {
    String puts =
        Files.readString(IMAGE.resolve("lay-out")) + Files.readString(IMAGE.resolve("train"));
    List<String> named =
        IN_IMAGE
            .matcher(
                Files.readString(IMAGE.resolve("Dockerfile"))
                    + Files.readString(IMAGE.resolve("java.options")))
            .results()
            .map((MatchResult result) -> result.group(1))
            .distinct()
            .toList();

    assertThat(named).contains("java.options", "streams-app.jar", "bin/healthcheck", "app.jsa");
    assertThat(named)
        .filteredOn(name -> !name.equals("app.jsa"))
        .allSatisfy(name -> assertThat(puts).contains(Path.of(name).getFileName().toString()));
    for (String file : List.of("healthcheck", "train", "lay-out")) {
      assertThat(IMAGE.resolve(file)).isExecutable();
    }
    assertThat(ROOT.resolve("models/imdb-default/bundle.zip")).exists();
  }

  @Test
  void theImageShipsEveryAnalyzerUnlessSomeAreSelected() throws IOException {
    String names =
        Stream.of(Analyzer.values())
            .filter(analyzer -> analyzer != Analyzer.KERAS && analyzer != Analyzer.STANDARD)
            .map(Analyzer::displayName)
            .collect(Collectors.joining(" "));

    assertThat(Files.readAllLines(IMAGE.resolve("Dockerfile")))
        .contains("ARG ANALYZERS=\"" + names + "\"");
    assertThat(Files.readAllLines(IMAGE.resolve("lay-out")))
        .contains("shippable=\"" + names + "\"");
  }

  @Test
  void buildContextContainsEveryModuleOrItsPom() throws IOException {
    List<String> given = Files.readAllLines(ROOT.resolve(".dockerignore"));
    List<String> modules =
        MODULE
            .matcher(Files.readString(ROOT.resolve("pom.xml")))
            .results()
            .map((MatchResult result) -> result.group(1))
            .toList();

    assertThat(modules).contains("streams-app", "system-tests");
    assertThat(modules)
        .allMatch(
            module -> given.contains("!/" + module) || given.contains("!/" + module + "/pom.xml"));
  }

  @Test
  void imageRunsAsANumericUser() throws IOException {
    List<String> users =
        Files.readAllLines(IMAGE.resolve("Dockerfile")).stream()
            .filter(line -> line.startsWith("USER "))
            .toList();

    assertThat(users.get(users.size() - 1)).matches("USER [1-9]\\d+:[1-9]\\d+");
  }

  private static int healthcheck(int port, String... path) throws Exception {
    List<String> command = new ArrayList<>(List.of("/bin/bash", "healthcheck"));
    command.addAll(List.of(path));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(IMAGE.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("HTTP_PORT", Integer.toString(port));
    Process process = builder.start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }
}
