package io.sentimentstreams.system.docs;

import io.sentimentstreams.app.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The options of each program, from the sources that declare them to picocli. */
final class CommandOptions {

  /** A program as pages write it, and the folder with its sources. */
  private static final Map<String, String> PROGRAMS =
      Map.of(
          "streams-app.jar", "streams-app/src/main/java",
          "model-trainer.jar", "model-trainer/src/main/java",
          "./quickstart", "quickstart-app/src/main/java",
          "benchmarks/run", "benchmarks/src/main/java",
          "system-tests/run", "system-tests/src/test/java/io/sentimentstreams/system/faults");

  private static final List<String> STANDARD = List.of("--help", "--version");
  private static final Pattern LITERAL = Pattern.compile("\"(--(?:\\[no-])?[a-z][a-z0-9-]*)[\" =]");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z0-9.-]*");
  private static final Pattern END = Pattern.compile("\\s[|;&#]|\\s&&");

  private final Map<String, Set<String>> options = new TreeMap<>();

  /**
   * Reads the sources.
   *
   * @param settings are options of the application too
   */
  CommandOptions(Set<String> settings) throws IOException {
    for (Map.Entry<String, String> program : PROGRAMS.entrySet()) {
      Set<String> names = new TreeSet<>(STANDARD);
      addOptions(names, Pages.ROOT.resolve(program.getValue()));
      if (program.getKey().equals("streams-app.jar")) {
        settings.forEach(setting -> names.add("--" + setting.replace('.', '-')));
        Settings.GROUPS.forEach(
            group -> group.families().forEach(family -> names.add(family.option())));
      }
      options.put(program.getKey(), names);
    }
  }

  private static void addOptions(Set<String> names, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        if (source.contains("picocli")) {
          LITERAL
              .matcher(source)
              .results()
              .map(literal -> literal.group(1))
              .forEach(name -> addSpellings(names, name, source));
        }
      }
    }
  }

  private static void addSpellings(Set<String> names, String name, String source) {
    String plain = name.replace("[no-]", "");
    names.add(plain);
    if (source.contains("negatable")) {
      names.add("--no-" + plain.substring(2));
    }
  }

  /** Returns the number of options of a program. */
  int count(String program) {
    return options.getOrDefault(program, Set.of()).size();
  }

  /** Returns the programs. */
  Set<String> programs() {
    return options.keySet();
  }

  /**
   * Returns the options of a command line that its program does not have.
   *
   * @param line one command, or an option on its own
   */
  List<String> unknown(String line) {
    for (Map.Entry<String, Set<String>> program : options.entrySet()) {
      int begin = line.indexOf(program.getKey());
      if (begin >= 0) {
        String arguments = END.split(line.substring(begin + program.getKey().length()), -1)[0];
        return unknown(arguments, program.getValue());
      }
    }
    return List.of();
  }

  /** Returns the options of a text that no program has. */
  List<String> unknownToAll(String text) {
    Set<String> all = new HashSet<>();
    options.values().forEach(all::addAll);
    return unknown(text, all);
  }

  private static List<String> unknown(String text, Set<String> known) {
    return OPTION
        .matcher(text)
        .results()
        .map(option -> option.group())
        .filter(option -> !known.contains(option))
        .toList();
  }
}
