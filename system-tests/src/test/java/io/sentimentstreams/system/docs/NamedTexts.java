package io.sentimentstreams.system.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file that names settings, options, metrics or topics.
 *
 * @param name its path in the repository
 */
record NamedTexts(String name, String text) {

  private static final Pattern SPAN = Pattern.compile("(?<!`)`([^`\\n]+)`(?!`)");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```\\w*\\n(.*?)^ *```");

  /**
   * A piece of code in a page.
   *
   * @param page its path in the repository
   */
  record Snippet(String page, String text) {

    String place(String what) {
      return page + ": " + what;
    }
  }

  /** Returns the pages and the files for operators. */
  static List<NamedTexts> all() throws IOException {
    List<NamedTexts> files = new ArrayList<>();
    Pages.all().forEach((name, text) -> files.add(new NamedTexts(name, text)));
    for (String folder : List.of("deploy", "grafana")) {
      try (Stream<Path> paths = Files.walk(Pages.ROOT.resolve(folder))) {
        for (Path path : paths.filter(Files::isRegularFile).toList()) {
          if (!path.toString().endsWith(".md")) {
            String name = Pages.ROOT.relativize(path).toString();
            files.add(new NamedTexts(name, Files.readString(path)));
          }
        }
      }
    }
    return files;
  }

  /** Returns the inline code of all pages, without code blocks. */
  static List<Snippet> codeSpans() throws IOException {
    List<Snippet> spans = new ArrayList<>();
    for (Map.Entry<String, String> page : Pages.all().entrySet()) {
      SPAN.matcher(BLOCK.matcher(page.getValue()).replaceAll(""))
          .results()
          .forEach(span -> spans.add(new Snippet(page.getKey(), span.group(1))));
    }
    return spans;
  }

  /** Returns the lines of code blocks, and inline code, of all pages. */
  static List<Snippet> commandLines() throws IOException {
    List<Snippet> lines = new ArrayList<>(codeSpans());
    for (Map.Entry<String, String> page : Pages.all().entrySet()) {
      BLOCK
          .matcher(page.getValue())
          .results()
          .flatMap(block -> block.group(1).replaceAll("\\\\\\n\\s*", " ").lines())
          .forEach(line -> lines.add(new Snippet(page.getKey(), line)));
    }
    return lines;
  }

  /** Returns the places of matches that a test does not accept. */
  List<String> find(Pattern pattern, Predicate<String> accepted) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.group())
        .filter(accepted.negate())
        .map(found -> name + ": " + found)
        .toList();
  }
}
