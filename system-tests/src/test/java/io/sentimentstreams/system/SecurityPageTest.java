package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every protection in docs/security.md names a test that exists. */
class SecurityPageTest {

  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*(?:Test|IT))`");

  @Test
  void everyNamedTestExists() throws IOException {
    Set<String> named = named(Files.readString(ROOT.resolve("docs/security.md")));

    assertThat(named).hasSizeGreaterThan(10);
    assertThat(tests()).containsAll(named);
  }

  @Test
  void everySectionNamesATest() throws IOException {
    List<String> sections =
        Pattern.compile("^## ", Pattern.MULTILINE)
            .splitAsStream(Files.readString(ROOT.resolve("docs/security.md")))
            .skip(1)
            .toList();

    assertThat(sections).hasSizeGreaterThan(5);
    for (String section : sections) {
      if (!section.startsWith("Trust") && !section.startsWith("Limits")) {
        assertThat(named(section)).as(section.lines().findFirst().orElse("")).isNotEmpty();
      }
    }
  }

  private static Set<String> named(String markdown) {
    return TEST.matcher(markdown).results().map(SecurityPageTest::name).collect(Collectors.toSet());
  }

  private static String name(MatchResult result) {
    return result.group(1);
  }

  private static Set<String> tests() throws IOException {
    Set<String> tests = new TreeSet<>();
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path module : modules.toList()) {
        Path folder = module.resolve("src/test/java");
        if (Files.isDirectory(folder)) {
          tests.addAll(tests(folder));
        }
      }
    }
    return tests;
  }

  private static Set<String> tests(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.replace(".java", ""))
          .collect(Collectors.toSet());
    }
  }
}
