package io.sentimentstreams.system.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Classes and source files that the pages name exist, and the walks through the code are short. */
class DocumentClassesTest {

  private static final int MAX_CLASSES = 30;
  private static final String PACKAGE = "io/sentimentstreams/";
  private static final Pattern WALK = Pattern.compile("(?ms)^## Walk: ([^\\n]+)\\n(.*?)(?=^## )");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z.]+)` \\| ((?:`\\w+`(?:, )?)+) \\|");
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");
  private static final Pattern SOURCE = Pattern.compile("`([A-Z]\\w+\\.java|[\\w/-]+\\.avsc)`");

  @Test
  void classesOfTheWalksExistAndEachPackageHasOneRow() throws IOException {
    Set<String> sources = sources();
    Map<String, Map<String, List<String>>> walks = walks(page("docs/architecture.md"));

    assertThat(walks).hasSize(2);
    walks.forEach(
        (walk, rows) -> {
          List<String> classes =
              rows.values().stream().flatMap(List::stream).map(DocumentClassesTest::path).toList();
          assertThat(classes).as(walk).hasSizeBetween(10, MAX_CLASSES);
          assertThat(sources).as(walk).containsAll(classes);
        });
  }

  @Test
  void sourceFilesInTheDeveloperGuideExist() throws IOException {
    Set<String> names = new TreeSet<>();
    sources().forEach(source -> names.add(source.substring(source.lastIndexOf('/') + 1)));
    List<String> missing =
        SOURCE
            .matcher(page("DEV_GUIDE.md"))
            .results()
            .map(found -> found.group(1))
            .filter(name -> !names.contains(name.substring(name.lastIndexOf('/') + 1)))
            .toList();

    assertThat(missing).isEmpty();
  }

  @Test
  void twoRowsOfOnePackageAreFound() {
    String twice = "## Walk: a\n\n| `app.a` | `One` | |\n| `app.a` | `Two` | |\n\n## End\n";

    assertThat(catchThrowable(() -> walks(twice))).isInstanceOf(AssertionError.class);
  }

  /** Returns the qualified classes of each walk by package. */
  private static Map<String, Map<String, List<String>>> walks(String page) {
    Map<String, Map<String, List<String>>> walks = new TreeMap<>();
    Matcher walk = WALK.matcher(page);
    while (walk.find()) {
      Map<String, List<String>> rows = new TreeMap<>();
      Matcher row = ROW.matcher(walk.group(2));
      while (row.find()) {
        String name = row.group(1);
        List<String> classes = new ArrayList<>();
        NAME.matcher(row.group(2)).results().forEach(c -> classes.add(name + "." + c.group(1)));
        assertThat(rows.put(name, classes)).as("second row of %s", name).isNull();
      }
      walks.put(walk.group(1), rows);
    }
    return walks;
  }

  private static String path(String qualified) {
    return PACKAGE + qualified.replace('.', '/') + ".java";
  }

  /** Returns source files, from their root package on. */
  private static Set<String> sources() throws IOException {
    Set<String> sources = new TreeSet<>();
    try (Stream<Path> modules = Files.list(Pages.ROOT)) {
      for (Path module : modules.toList()) {
        for (String folder : List.of("src/main/java", "src/test/java", "src/main/avro")) {
          addSources(sources, module.resolve(folder));
        }
      }
    }
    return sources;
  }

  private static void addSources(Set<String> sources, Path root) throws IOException {
    if (Files.isDirectory(root)) {
      try (Stream<Path> files = Files.walk(root)) {
        files
            .filter(Files::isRegularFile)
            .forEach(file -> sources.add(root.relativize(file).toString().replace('\\', '/')));
      }
    }
  }

  private static String page(String name) throws IOException {
    return Files.readString(Pages.ROOT.resolve(name));
  }
}
