package io.sentimentstreams.system;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;

/** A Docker engine, if one answers. */
final class DockerEngine {

  private static final Path SOCKET = Path.of("/var/run/docker.sock");

  private static final Path INSIDE_A_CONTAINER = Path.of("/.dockerenv");
  private static final String HOST = "TESTCONTAINERS_HOST_OVERRIDE";
  private static final int PULL_MINUTES = 3;

  /** System property with the API version of Testcontainers' client. */
  private static final String API_VERSION = "api.version";

  private DockerEngine() {}

  /**
   * Returns the reason if no container can be started. Sets the API version of an older engine for
   * Testcontainers.
   */
  static Optional<String> problem() {
    if (Files.exists(INSIDE_A_CONTAINER) && System.getenv(HOST) == null) {
      // Otherwise Testcontainers pulls an image to detect the host.
      return Optional.of(
          "Docker runs this build itself in a container; set "
              + HOST
              + " to the host of the engine's ports, 127.0.0.1 if the engine runs in here");
    }
    if (System.getProperty(API_VERSION) == null && System.getenv("DOCKER_HOST") == null) {
      apiVersion().ifPresent(version -> System.setProperty(API_VERSION, version));
    }
    return DockerClientFactory.instance().isDockerAvailable()
        ? Optional.empty()
        : Optional.of("no Docker engine is running");
  }

  /** Returns whether the engine has an image. */
  static boolean has(String image) {
    try {
      return DockerClientFactory.instance().client().inspectImageCmd(image).exec() != null;
    } catch (NotFoundException e) {
      return false;
    }
  }

  /** Pulls an image and returns whether this succeeds. */
  static boolean pulls(String image) throws InterruptedException {
    try {
      return DockerClientFactory.instance()
          .client()
          .pullImageCmd(image)
          .start()
          .awaitCompletion(PULL_MINUTES, TimeUnit.MINUTES);
    } catch (DockerException | DockerClientException e) {
      return false;
    }
  }

  /** Returns the newest API version of the engine at the default socket. */
  private static Optional<String> apiVersion() {
    if (!Files.exists(SOCKET)) {
      return Optional.empty();
    }
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(SOCKET));
      channel.write(
          ByteBuffer.wrap("GET /version HTTP/1.0\r\nHost: docker\r\n\r\n".getBytes(US_ASCII)));
      StringBuilder answer = new StringBuilder();
      ByteBuffer bytes = ByteBuffer.allocate(8_192);
      while (channel.read(bytes) >= 0) {
        answer.append(US_ASCII.decode(bytes.flip()));
        bytes.clear();
      }
      String body = answer.substring(answer.indexOf("{"), answer.lastIndexOf("}") + 1);
      return Optional.of(new ObjectMapper().readTree(body).path("ApiVersion").asText());
    } catch (IOException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }
}
