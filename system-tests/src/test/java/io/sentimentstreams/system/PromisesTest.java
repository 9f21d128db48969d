package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every promise of the page on reliability names tests, and the tests are there. */
class PromisesTest {

  private static final Path ROOT = Path.of(System.getProperty("repository.root", ".."));
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");
  private static final String HEAD = "| promise | held by |";

  @Test
  void everyPromiseNamesATestThatExists() throws IOException {
    Set<String> tests = tests();

    assertThat(promises())
        .hasSizeGreaterThan(15)
        .allSatisfy(
            promise -> {
              List<String> named =
                  TEST.matcher(promise).results().map(found -> found.group(1)).toList();
              assertThat(named).as(promise).isNotEmpty().isSubsetOf(tests);
            });
  }

  private static List<String> promises() throws IOException {
    return Files.readAllLines(ROOT.resolve("docs/reliability.md")).stream()
        .dropWhile(line -> !line.equals(HEAD))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .toList();
  }

  private static Set<String> tests() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().contains("/src/test/java/"))
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }
}
