package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every promise of the page on reliability names tests, the tests exist, and the default build runs
 * at least one of them.
 */
class PromisesTest {

  private static final Path ROOT = Path.of(System.getProperty("repository.root", ".."));
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");
  private static final String PROMISES = "| promise | held by |";
  private static final String LONGER = "| test | `./mvnw verify` | `./mvnw verify -Pfull` |";

  /** The annotation of a test method. */
  private static final Pattern METHOD =
      Pattern.compile(
          "^  @(?:Test|ParameterizedTest|RepeatedTest|TestFactory|Property|ArchTest)\\b",
          Pattern.MULTILINE);

  private static final Pattern CLASS_ONLY_FULL =
      Pattern.compile("^@Tag\\(\"full\"\\)", Pattern.MULTILINE);
  private static final Pattern METHOD_ONLY_FULL =
      Pattern.compile("^  @Tag\\(\"full\"\\)", Pattern.MULTILINE);

  @Test
  void everyPromiseNamesExistingTestsAndOneOfTheDefaultBuild() throws IOException {
    Map<String, String> tests = tests();

    assertThat(rows(PROMISES))
        .hasSizeGreaterThan(15)
        .allSatisfy(
            promise -> {
              List<String> named = named(promise);
              assertThat(named).as(promise).isNotEmpty().isSubsetOf(tests.keySet());
              assertThat(named)
                  .as("run by the default build: " + promise)
                  .anyMatch(test -> isInDefaultBuild(tests.getOrDefault(test, "")));
            });
  }

  @Test
  void testsOfTheFullBuildAreListed() throws IOException {
    Set<String> longer =
        tests().entrySet().stream()
            .filter(test -> isLonger(test.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());

    assertThat(longer).isNotEmpty();
    assertThat(rows(LONGER).stream().flatMap(row -> named(row).stream().limit(1)))
        .containsExactlyInAnyOrderElementsOf(longer);
  }

  @Test
  void testsOfTheFullBuildAreDistinguished() {
    String method = "  @Test\n  void holds() {}\n";
    String full = "  @Test\n  @Tag(\"full\")\n  void holdsLonger() {}\n";

    assertThat(isInDefaultBuild("class HoldsTest {\n" + method + full)).isTrue();
    assertThat(isInDefaultBuild("class HoldsTest {\n" + full)).isFalse();
    assertThat(isInDefaultBuild("@Tag(\"full\")\nclass HoldsTest {\n" + method)).isFalse();
    assertThat(isInDefaultBuild("class HoldsTest {\n")).isFalse();
  }

  private static boolean isInDefaultBuild(String source) {
    long methods = METHOD.matcher(source).results().count();
    long longer = METHOD_ONLY_FULL.matcher(source).results().count();
    return !CLASS_ONLY_FULL.matcher(source).find() && methods > longer;
  }

  private static boolean isLonger(String source) {
    return CLASS_ONLY_FULL.matcher(source).find() || METHOD_ONLY_FULL.matcher(source).find();
  }

  private static List<String> named(String row) {
    return TEST.matcher(row).results().map(found -> found.group(1)).toList();
  }

  /** Returns the rows of the table with this head. */
  private static List<String> rows(String head) throws IOException {
    return Files.readAllLines(ROOT.resolve("docs/reliability.md")).stream()
        .dropWhile(line -> !line.equals(head))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .toList();
  }

  /** Returns the sources of all tests by the names of their classes. */
  private static Map<String, String> tests() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().contains("/src/test/java/"))
          .filter(file -> TEST.matcher("`" + name(file) + "`").matches())
          .collect(Collectors.toMap(PromisesTest::name, PromisesTest::read, (one, same) -> one));
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\.java$", "");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
