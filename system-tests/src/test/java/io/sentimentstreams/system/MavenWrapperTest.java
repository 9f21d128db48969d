package io.sentimentstreams.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code mvnw} with a JDK, a Maven and a mirror of the test, and a PATH with the tools
 * that it needs.
 */
@DisabledOnOs(OS.WINDOWS)
class MavenWrapperTest {

  private static final Path ROOT = Path.of(System.getProperty("repository.root")).normalize();
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "sed",
          "awk",
          "cut",
          "cat",
          "curl",
          "dirname",
          "gzip",
          "mkdir",
          "mktemp",
          "mv",
          "rm",
          "sha512sum",
          "tar");

  private final AtomicInteger downloads = new AtomicInteger();
  private final Path folder;
  private final HttpServer mirror;
  private String checksum;

  /**
   * A run of the script.
   *
   * @param exitCode exit code
   * @param output output with errors
   */
  private record Run(int exitCode, String output) {}

  MavenWrapperTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    Files.createDirectories(folder.resolve("bin"));
    for (String tool : TOOLS) {
      Files.createSymbolicLink(folder.resolve("bin").resolve(tool), onPath(tool));
    }
    jdk("17");
    byte[] archive = distribution();
    checksum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(archive));
    mirror = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    mirror.createContext(
        "/maven.tar.gz",
        exchange -> {
          downloads.incrementAndGet();
          exchange.sendResponseHeaders(200, archive.length);
          exchange.getResponseBody().write(archive);
          exchange.close();
        });
    mirror.start();
  }

  @AfterEach
  void stopMirror() {
    mirror.stop(0);
  }

  @Test
  void usesTheMavenOnPathIfItIsNewEnough() throws Exception {
    mavenOnPath("3.8.7");

    assertThat(mvnw("-q", "two words")).isEqualTo(new Run(0, "maven on path: -q two words\n"));
    assertThat(downloads).hasValue(0);
  }

  @Test
  void downloadsMavenOnceIfTheOneOnPathIsTooOld() throws Exception {
    mavenOnPath("3.8.6");

    assertThat(mvnw("verify").output()).contains("http://127.0.0.1").endsWith("fetched: verify\n");
    assertThat(mvnw("verify")).isEqualTo(new Run(0, "fetched: verify\n"));
    assertThat(downloads).hasValue(1);
  }

  @Test
  void downloadsMavenIfNoneIsInstalled() throws Exception {
    assertThat(mvnw("verify").output()).endsWith("fetched: verify\n");
  }

  @Test
  void rejectsAndDeletesADistributionWithAnotherChecksum() throws Exception {
    String right = checksum;
    checksum = "0".repeat(128);

    Run run = mvnw("verify");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains(right, checksum).doesNotContain("fetched: ");
    try (Stream<Path> kept = Files.list(folder.resolve("home/.m2/wrapper/dists"))) {
      assertThat(kept).isEmpty();
    }
  }

  @Test
  void namesTheSettingIfTheDownloadFails() throws Exception {
    stopMirror();

    Run run = mvnw("verify");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("http://127.0.0.1", "MAVEN_DISTRIBUTION_URL");
  }

  @Test
  void rejectsAnOldJava() throws Exception {
    mavenOnPath("3.9.9");
    jdk("1.8");
    assertThat(mvnw("verify").output()).contains("Java 8", "JAVA_HOME", "JDK 17");
    jdk("11");
    Run run = mvnw("verify");
    assertThat(run.output()).contains("Java 11", "JAVA_HOME", "JDK 17");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void rejectsAJavaWithoutCompiler() throws Exception {
    Files.delete(folder.resolve("jdk/bin/javac"));

    Run run = mvnw("verify");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("javac", "JAVA_HOME");
  }

  @Test
  void bothScriptsPinTheSameFileOfApachesSite() throws Exception {
    Pattern pin = Pattern.compile("[0-9a-f]{128}|\\b3\\.9\\.\\d+\\b|https://[^/]+/dist/maven/");

    assertThat(pins(pin, "mvnw")).isEqualTo(pins(pin, "mvnw.cmd")).hasSize(3);
  }

  private static List<String> pins(Pattern pin, String script) throws IOException {
    return pin.matcher(Files.readString(ROOT.resolve(script)))
        .results()
        .map(MatchResult::group)
        .distinct()
        .sorted()
        .toList();
  }

  private Run mvnw(String... arguments) throws Exception {
    ProcessBuilder builder = new ProcessBuilder();
    builder.command().add(ROOT.resolve("mvnw").toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().clear();
    builder.environment().put("PATH", folder.resolve("bin").toString());
    builder.environment().put("HOME", folder.resolve("home").toString());
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder
        .environment()
        .put(
            "MAVEN_DISTRIBUTION_URL",
            "http://127.0.0.1:" + mirror.getAddress().getPort() + "/maven.tar.gz");
    builder.environment().put("MAVEN_DISTRIBUTION_SHA512", checksum);
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), output);
  }

  private void jdk(String version) throws IOException {
    script("jdk/bin/java", "echo '    java.specification.version = " + version + "' >&2");
    script("jdk/bin/javac", "exit 1");
  }

  private void mavenOnPath(String version) throws IOException {
    script(
        "bin/mvn",
        "if [ \"$1\" = --version ]; then printf '\\033[1mApache Maven "
            + version
            + " (0123abc)\\033[m\\nMaven home: x\\n'; else echo \"maven on path: $*\"; fi");
  }

  private byte[] distribution() throws Exception {
    script("apache-maven-0/bin/mvn", "echo \"fetched: $*\"");
    Path archive = folder.resolve("maven.tar.gz");
    Process tar =
        new ProcessBuilder(
                "tar", "-czf", archive.toString(), "-C", folder.toString(), "apache-maven-0")
            .inheritIO()
            .start();
    assertThat(tar.waitFor()).isZero();
    return Files.readAllBytes(archive);
  }

  private void script(String path, String body) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path onPath(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(directory -> Path.of(directory, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + tool + " on PATH"));
  }
}
