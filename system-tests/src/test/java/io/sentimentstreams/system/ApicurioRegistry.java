package io.sentimentstreams.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A process of Apicurio Registry on a loopback port, with its data in files. */
final class ApicurioRegistry implements TestRegistry {

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path jar;
  private final Path java;
  private final Path folder;
  private final int port;
  private final int managementPort;
  private @Nullable Process process;

  private ApicurioRegistry(Path jar, Path java, Path folder) throws IOException {
    this.jar = jar;
    this.java = java;
    this.folder = folder;
    port = freePort();
    managementPort = freePort();
  }

  /**
   * Starts the registry and waits until it responds.
   *
   * @param home folder of the distribution
   * @param javaHome home of a JDK 21 or newer
   * @param folder folder for its data
   */
  static ApicurioRegistry start(Path home, Path javaHome, Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.createDirectories(log().getParent());
    try (Stream<Path> files = Files.walk(home)) {
      Path jar = files.filter(file -> file.endsWith("quarkus-run.jar")).findFirst().orElseThrow();
      ApicurioRegistry registry =
          new ApicurioRegistry(jar, javaHome.resolve("bin").resolve("java"), folder);
      registry.start();
      return registry;
    }
  }

  @Override
  public URI url() {
    return URI.create("http://127.0.0.1:" + port + "/apis/ccompat/v7");
  }

  @Override
  public void stop() {
    if (process != null) {
      process.destroy();
      Process ending = process;
      await("exit of the registry").atMost(ChildProcess.TIMEOUT).until(() -> !ending.isAlive());
    }
  }

  @Override
  public void start() throws IOException {
    List<String> command =
        List.of(
            java.toString(),
            "-Xmx256m",
            "-Dquarkus.http.host=127.0.0.1",
            "-Dquarkus.http.port=" + port,
            "-Dquarkus.management.host=127.0.0.1",
            "-Dquarkus.management.port=" + managementPort,
            "-Dapicurio.storage.kind=sql",
            "-Dapicurio.storage.sql.kind=h2",
            "-Dapicurio.datasource.url=jdbc:h2:file:" + folder.resolve("data").toAbsolutePath(),
            "-jar",
            jar.toString());
    Process started =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
            .start();
    process = started;
    await("the registry")
        .atMost(ChildProcess.TIMEOUT)
        .failFast("the registry exited", () -> !started.isAlive())
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(this::answers);
  }

  @Override
  public void close() {
    stop();
  }

  private boolean answers() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/subjects")).build();
    return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
  }

  private static Path log() {
    return ShowLogsOfFailedTests.log(ApicurioIT.class, "registry");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
