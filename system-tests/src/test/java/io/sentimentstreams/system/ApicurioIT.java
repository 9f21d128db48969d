package io.sentimentstreams.system;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A real registry, which the profile {@code registry} fetches. */
@ExtendWith(ShowLogsOfFailedTests.class)
class ApicurioIT {

  private static final int MIN_JAVA = 21;

  @Test
  void anOutageOfApicurioHoldsUpWhatNeedsItAndNothingElse(@TempDir Path folder) throws Exception {
    Optional<Path> home = Optional.ofNullable(System.getProperty("apicurio.home")).map(Path::of);
    Optional<Path> java = newerJava();
    if (home.isEmpty()) {
      System.out.println("skipped: Apicurio Registry, because it is fetched by -Pregistry only");
    } else if (java.isEmpty()) {
      System.out.println(
          "skipped: Apicurio Registry, because there is no Java 21 or newer: set JAVA21_HOME");
    }
    assumeThat(home).as("Apicurio, which -Pregistry fetches").isPresent();
    assumeThat(java).as("a Java of at least %d, named by JAVA21_HOME", MIN_JAVA).isPresent();

    try (ApicurioRegistry registry =
        ApicurioRegistry.start(
            home.orElseThrow(), java.orElseThrow(), folder.resolve("registry"))) {
      new RegistryStory(registry).run(folder, ApicurioIT.class);
    }
  }

  /** The one that is named, the one that runs this, or one that stands where systems keep them. */
  private static Optional<Path> newerJava() throws IOException {
    String named = System.getenv("JAVA21_HOME");
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    if (Runtime.version().feature() >= MIN_JAVA) {
      return Optional.of(Path.of(System.getProperty("java.home")));
    }
    Path beside = Path.of(System.getProperty("java.home")).toRealPath().getParent();
    try (Stream<Path> homes = Files.list(beside)) {
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
