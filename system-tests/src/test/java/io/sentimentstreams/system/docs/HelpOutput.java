package io.sentimentstreams.system.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The help of a program and of all its commands, printed by processes of their own. */
final class HelpOutput {

  private static final Pattern COMMAND =
      Pattern.compile("^ {2}([a-z][a-z-]*)(?:\\s|,|$)", Pattern.MULTILINE);

  private final Class<?> program;
  private final Map<String, String> outputs = new TreeMap<>();

  private HelpOutput(Class<?> program) {
    this.program = program;
  }

  /**
   * Returns the outputs by command line.
   *
   * @param name of the program
   * @param program has a {@code main} method
   * @param commands that the program's own help may leave out
   */
  static Map<String, String> of(String name, Class<?> program, List<String> commands)
      throws IOException, InterruptedException {
    HelpOutput help = new HelpOutput(program);
    help.read(name, List.of());
    for (String command : commands) {
      help.read(name, List.of(command));
    }
    return help.outputs;
  }

  private void read(String name, List<String> path) throws IOException, InterruptedException {
    String line = String.join(" ", name, String.join(" ", path), "--help").replace("  ", " ");
    if (outputs.containsKey(line)) {
      return;
    }
    String output = run(path);
    outputs.put(line, output);
    int commands = output.indexOf("Commands:");
    if (commands >= 0) {
      for (String command : commands(output.substring(commands))) {
        List<String> longer = new ArrayList<>(path);
        longer.add(command);
        read(name, longer);
      }
    }
  }

  private static List<String> commands(String list) {
    return COMMAND
        .matcher(list)
        .results()
        .map(command -> command.group(1))
        .filter(command -> !command.equals("help"))
        .toList();
  }

  private String run(List<String> path) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(path);
    command.add("--help");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("Help failed: " + command + ". " + output);
    }
    return output;
  }
}
