package io.sentimentstreams.system;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The application with Apicurio Registry, which the profile {@code registry} downloads. */
@ExtendWith(ShowLogsOfFailedTests.class)
class ApicurioIT {

  private static final int MIN_JAVA = 21;

  @Test
  void outageDelaysOnlyRecordsWithUnknownSchemas(@TempDir Path folder) throws Exception {
    Optional<Path> home = Optional.ofNullable(System.getProperty("apicurio.home")).map(Path::of);
    Optional<Path> java = newerJava();
    assumeTrue(
        home.isPresent(), "Apicurio Registry is not downloaded (run ./mvnw verify -Pregistry)");
    assumeTrue(
        java.isPresent(),
        "Apicurio Registry needs a JDK " + MIN_JAVA + " or newer (set JAVA21_HOME)");

    try (ApicurioRegistry registry =
        ApicurioRegistry.start(
            home.orElseThrow(), java.orElseThrow(), folder.resolve("registry"))) {
      new RegistryStory(registry).run(folder, ApicurioIT.class);
    }
  }

  /** Returns {@code JAVA21_HOME}, the current JDK, or one in the same folder. */
  private static Optional<Path> newerJava() throws IOException {
    String named = System.getenv("JAVA21_HOME");
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    if (Runtime.version().feature() >= MIN_JAVA) {
      return Optional.of(Path.of(System.getProperty("java.home")));
    }
    Path jdks = Path.of(System.getProperty("java.home")).toRealPath().getParent();
    try (Stream<Path> homes = Files.list(jdks)) {
      return homes.sorted(Comparator.reverseOrder()).filter(ApicurioIT::isNewer).findFirst();
    }
  }

  private static boolean isNewer(Path home) {
    Path release = home.resolve("release");
    if (!Files.isRegularFile(release)) {
      return false;
    }
    try (Stream<String> lines = Files.lines(release)) {
      return lines
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .map(line -> line.replaceAll("[^0-9.]", "").replaceAll("\\..*", ""))
          .anyMatch(version -> !version.isEmpty() && Integer.parseInt(version) >= MIN_JAVA);
    } catch (IOException e) {
      return false;
    }
  }
}
