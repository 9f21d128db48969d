package io.sentimentstreams.app.command;

import io.sentimentstreams.app.admin.ClusterValidationException;
import io.sentimentstreams.app.config.CommandLineOptions;
import io.sentimentstreams.app.config.InvalidConfigException;
import io.sentimentstreams.app.config.SettingsSources;
import io.sentimentstreams.app.deadletter.replay.ReplayStoppedException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The commands for operators, besides the application itself. Not thread-safe. */
public final class OperatorCommands {

  private final CommandLine commands;

  /**
   * Commands that are ready to be run.
   *
   * @param environment variables by name, as of {@link System#getenv()}
   * @param clock what tells the time
   * @param out for what a command is asked for
   * @param err for faults, and for what is to be known besides
   */
  public OperatorCommands(
      Map<String, String> environment, Clock clock, PrintStream out, PrintStream err) {
    CommandContext surroundings =
        new CommandContext(new SettingsSources(environment), clock, out, err);
    commands =
        new CommandLine(new Root())
            .addSubcommand(
                group(
                    new DeadLetters(),
                    new ListDeadLetters(surroundings),
                    new ShowDeadLetter(surroundings),
                    new ReplayDeadLetters(surroundings)))
            .addSubcommand(
                group(new Topics(), new CreateTopics(surroundings), new CheckTopics(surroundings)))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpWidth(100)
            .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
            .setParameterExceptionHandler(OperatorCommands::wrongUsage)
            .setExecutionExceptionHandler(OperatorCommands::failure);
  }

  /** The first words of all commands. */
  public Set<String> names() {
    return commands.getSubcommands().keySet();
  }

  /**
   * Runs a command.
   *
   * @param arguments the command line, which begins with one of {@link #names}
   * @return the exit code: 0 if all went well, 1 for a failure, 2 for wrong usage
   */
  public int run(String... arguments) {
    return commands.execute(arguments);
  }

  private static CommandLine group(Object parent, Object... children) {
    CommandLine group = withHelp(new CommandLine(parent));
    for (Object child : children) {
      CommandLine command = withHelp(new CommandLine(child));
      CommandLineOptions.addConnection(command.getCommandSpec());
      group.addSubcommand(command);
    }
    return group;
  }

  private static CommandLine withHelp(CommandLine command) {
    command
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Shows this help.")
                .build());
    return command;
  }

  private static int wrongUsage(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    command
        .getErr()
        .printf(
            "%s; see %s --help%n",
            CommandLineOptions.problem(e), command.getCommandSpec().qualifiedName(" "));
    return CommandLine.ExitCode.USAGE;
  }

  private static int failure(Exception e, CommandLine command, ParseResult parsed)
      throws Exception {
    if (e instanceof InvalidConfigException) {
      command.getErr().println(e.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    if (e instanceof ClusterValidationException
        || e instanceof ReplayStoppedException
        || e instanceof CommandFailedException) {
      command.getErr().println(e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    if (e instanceof KafkaException) {
      command
          .getErr()
          .printf(
              "the cluster does not answer as it should (%s: %s); check bootstrap.servers, the"
                  + " network and your rights%n",
              e.getClass().getSimpleName(), e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw e;
  }

  @Command(name = "streams-app", description = "Commands for operators.")
  private static final class Root {}

  @Command(
      name = "dead-letters",
      description = "Lists, shows and replays records that could not be scored.",
      synopsisSubcommandLabel = "(list | show | replay)")
  private static final class DeadLetters {}

  @Command(
      name = "topics",
      description = "Creates and checks the application's topics.",
      synopsisSubcommandLabel = "(create | check)")
  private static final class Topics {}
}
