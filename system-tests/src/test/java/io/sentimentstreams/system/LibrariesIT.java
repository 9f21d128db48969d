package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The build has checked the license of every library that it ships. */
class LibrariesIT {

  private static final Path ROOT = Path.of(System.getProperty("repository.root"));

  /**
   * A line in the report of the check: {@code (licence) Name (group:artifact:version - address)}.
   */
  private static final Pattern CHECKED =
      Pattern.compile("^ *\\(.+ \\([\\w.-]+:(?<artifact>[\\w.-]+):(?<version>\\S+) - \\S+\\)$");

  /** Modules of this project, and the exception that the pom explains. */
  private static final List<String> EXEMPT =
      List.of("schemas-", "text-model-", "streams-app-", "threadly-");

  @ParameterizedTest
  @ValueSource(strings = {"streams-app", "quickstart-app", "model-trainer"})
  void everyShippedLibraryHasAPermissiveLicense(String module) throws IOException {
    Path target = ROOT.resolve(module).resolve("target");
    Set<String> checked = checked(target.resolve("licences/THIRD-PARTY.txt"));
    Set<String> shipped = names(target.resolve("lib"));

    assertThat(shipped).hasSizeGreaterThan(10);
    assertThat(shipped)
        .filteredOn(
            jar -> Stream.concat(checked.stream(), EXEMPT.stream()).noneMatch(jar::startsWith))
        .isEmpty();
  }

  private static Set<String> checked(Path list) throws IOException {
    try (Stream<String> lines = Files.lines(list)) {
      return lines
          .map(CHECKED::matcher)
          .filter(Matcher::matches)
          .map(line -> line.group("artifact") + "-" + line.group("version"))
          .collect(Collectors.toSet());
    }
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jar"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
