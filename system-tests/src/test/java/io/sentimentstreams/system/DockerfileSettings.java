package io.sentimentstreams.system;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings in the Dockerfile, and all settings in the documents. */
final class DockerfileSettings {

  private static final Path ROOT = Path.of(System.getProperty("repository.root", ".."));
  private static final Pattern INSTRUCTION =
      Pattern.compile("^ENV ((?:.*\\\\\\n)*.*)$", Pattern.MULTILINE);
  private static final Pattern VARIABLE = Pattern.compile("([A-Z_]+)=(\\S+)");
  private static final Pattern SETTING = Pattern.compile("^\\| `([a-z.]+)` \\|", Pattern.MULTILINE);

  private DockerfileSettings() {}

  /** Returns the variables of the application's image. */
  static Map<String, String> read() throws IOException {
    Map<String, String> variables = new TreeMap<>();
    Matcher instruction =
        INSTRUCTION.matcher(Files.readString(ROOT.resolve("deploy/image/Dockerfile")));
    while (instruction.find()) {
      Matcher variable = VARIABLE.matcher(instruction.group(1));
      while (variable.find()) {
        variables.put(variable.group(1), variable.group(2));
      }
    }
    return variables;
  }

  /** Returns the variables of all settings on the reference page. */
  static Set<String> known() throws IOException {
    return SETTING
        .matcher(Files.readString(ROOT.resolve("docs/configuration.md")))
        .results()
        .map(name -> name.group(1).toUpperCase(Locale.ROOT).replace('.', '_'))
        .collect(toSet());
  }
}
