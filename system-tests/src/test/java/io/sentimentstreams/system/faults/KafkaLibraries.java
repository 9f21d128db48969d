package io.sentimentstreams.system.faults;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolves the class path of a Kafka release through Maven. */
final class KafkaLibraries {

  private static final Pattern PLUGIN =
      Pattern.compile("<maven-dependency-plugin.version>([^<]+)</maven-dependency-plugin.version>");

  private static final String POM =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>io.sentimentstreams</groupId>
        <artifactId>broker</artifactId>
        <version>%1$s</version>
        <dependencies>
          <dependency>
            <groupId>org.apache.kafka</groupId>
            <artifactId>kafka_2.13</artifactId>
            <version>%1$s</version>
          </dependency>
        </dependencies>
      </project>
      """;

  /** Classes of the jars that log, in the versions of this build. */
  private static final List<Class<?>> LOGGING =
      List.of(
          org.slf4j.Logger.class,
          ch.qos.logback.classic.Logger.class,
          ch.qos.logback.core.Context.class);

  private final Path root;
  private final Path folder;

  /**
   * Creates a resolver.
   *
   * @param root the repository
   * @param folder for the files of Maven
   */
  KafkaLibraries(Path root, Path folder) {
    this.root = root;
    this.folder = folder;
  }

  /**
   * Returns the class path of a broker. Maven downloads missing jars.
   *
   * @throws IOException if Maven fails, for example because there is no such version
   */
  String classPath(String version) throws IOException, InterruptedException {
    Path pom = Files.createDirectories(folder.resolve(version)).resolve("pom.xml");
    Path list = pom.resolveSibling("classpath");
    Files.writeString(pom, POM.formatted(version));
    String goal =
        "org.apache.maven.plugins:maven-dependency-plugin:%s:build-classpath"
            .formatted(pluginVersion());
    Path log = pom.resolveSibling("maven.log");
    Process maven =
        new ProcessBuilder(
                maven(),
                "--batch-mode",
                "--quiet",
                "--file",
                pom.toString(),
                goal,
                "-Dmdep.includeScope=runtime",
                "-Dmdep.outputFile=" + list.toAbsolutePath())
            .directory(root.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (maven.waitFor() != 0) {
      throw new IOException(
          "Maven cannot resolve Kafka %s. See %s.".formatted(version, log.toAbsolutePath()));
    }
    return logging() + File.pathSeparator + Files.readString(list).strip();
  }

  /** The variable {@code MVNW} names another command than the wrapper. */
  private String maven() {
    boolean windows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    return Optional.ofNullable(System.getenv("MVNW"))
        .orElseGet(() -> root.resolve(windows ? "mvnw.cmd" : "mvnw").toAbsolutePath().toString());
  }

  private String pluginVersion() throws IOException {
    Matcher version = PLUGIN.matcher(Files.readString(root.resolve("pom.xml")));
    if (!version.find()) {
      throw new IOException("pom.xml has no property maven-dependency-plugin.version");
    }
    return version.group(1);
  }

  /** Comes first on the class path, so that every release logs in the same way. */
  private static String logging() throws IOException {
    List<String> jars = new ArrayList<>();
    for (Class<?> type : LOGGING) {
      try {
        jars.add(
            Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
      } catch (URISyntaxException e) {
        throw new IOException("the jar of %s has no path".formatted(type.getName()), e);
      }
    }
    return String.join(File.pathSeparator, jars);
  }
}
