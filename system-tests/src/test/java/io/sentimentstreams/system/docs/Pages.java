package io.sentimentstreams.system.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages in Markdown, by their path in the repository. */
final class Pages {

  static final Path ROOT = Path.of(System.getProperty("repository.root", "..")).normalize();
  static final String GENERATED = " (generated)";

  /** Folders without pages of their own; the trainer writes model cards. */
  private static final Set<String> LEFT_OUT = Set.of("target", ".git", ".mvn", "models", "results");

  private static final Pattern REGION =
      Pattern.compile(
          "(?s)(<!-- [a-z-]+: (?:begin|generated) -->)(?<!banned: begin -->)(.*?)(<!-- )");

  private Pages() {}

  /** Returns the pages; regions that a program writes are pages of their own. */
  static Map<String, String> all() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      for (Path file : files.filter(Pages::isPage).toList()) {
        add(pages, ROOT.relativize(file).toString(), Files.readString(file));
      }
    }
    pages.computeIfPresent("CHANGELOG.md", (name, text) -> unreleased(text));
    return pages;
  }

  private static void add(Map<String, String> pages, String name, String text) {
    StringBuilder generated = new StringBuilder();
    REGION.matcher(text).results().forEach(region -> generated.append(region.group(2)));
    String written =
        REGION
            .matcher(text)
            .replaceAll(
                region ->
                    region.group(1)
                        + "\n".repeat((int) region.group(2).chars().filter(c -> c == '\n').count())
                        + region.group(3));
    pages.put(name, written);
    if (!generated.isEmpty()) {
      pages.put(name + GENERATED, generated.toString());
    }
  }

  /** Returns the changelog up to the second version. */
  private static String unreleased(String changelog) {
    int second = changelog.indexOf("\n## ", changelog.indexOf("\n## ") + 1);
    return second < 0 ? changelog : changelog.substring(0, second);
  }

  private static boolean isPage(Path file) {
    for (Path part : ROOT.relativize(file)) {
      if (LEFT_OUT.contains(part.toString())) {
        return false;
      }
    }
    return file.toString().endsWith(".md");
  }
}
