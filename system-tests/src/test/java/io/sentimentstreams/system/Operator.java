package io.sentimentstreams.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sentimentstreams.app.Settings;
import io.sentimentstreams.app.command.CommandContext;
import io.sentimentstreams.app.command.RootCommand;
import io.sentimentstreams.app.config.SettingsSources;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A caller of the application's commands for one cluster. */
final class Operator {

  private final String bootstrapServers;
  private final List<String> options;

  /**
   * Creates a caller.
   *
   * @param options additional options of each command
   */
  Operator(String bootstrapServers, String... options) {
    this.bootstrapServers = bootstrapServers;
    this.options = List.of(options);
  }

  /**
   * The result of a command.
   *
   * @param status exit code
   * @param out standard output
   * @param err standard error
   */
  record Outcome(int status, String out, String err) {

    List<String> lines() {
      return out.lines().toList();
    }
  }

  Outcome run(String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--bootstrap-servers", bootstrapServers));
    arguments.addAll(options);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        new RootCommand(
                new CommandContext(
                    new SettingsSources(Settings.GROUPS, Map.of()),
                    Clock.systemUTC(),
                    new PrintStream(out, true, UTF_8),
                    new PrintStream(err, true, UTF_8)),
                "test",
                (sources, line) -> {
                  throw new AssertionError("Operators run commands, not the application.");
                })
            .run(arguments.toArray(String[]::new));
    return new Outcome(status, out.toString(UTF_8), err.toString(UTF_8));
  }
}
