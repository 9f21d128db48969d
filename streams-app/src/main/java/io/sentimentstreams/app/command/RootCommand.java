package io.sentimentstreams.app.command;

import io.sentimentstreams.app.admin.ClusterValidationException;
import io.sentimentstreams.app.config.CommandLineOptions;
import io.sentimentstreams.app.config.InvalidConfigException;
import io.sentimentstreams.app.config.SettingGroup;
import io.sentimentstreams.app.deadletter.replay.ReplayStoppedException;
import io.sentimentstreams.app.kafka.KafkaErrorKind;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line of the program: {@code run}, which is the default, and the commands for
 * operators. Settings can be given before and after the name of a command. Not thread-safe.
 */
public final class RootCommand {

  private static final int USAGE_WIDTH = 100;

  private final CommandLine root;

  /**
   * Creates the command line.
   *
   * @param context of all commands
   * @param version printed by {@code --version}
   * @param application that {@code run} starts
   */
  public RootCommand(CommandContext context, String version, Application application) {
    List<SettingGroup> settings = context.sources().groups();
    root = command(new RunApplication(context, application), settings);
    root.setCommandName("streams-app");
    describe(root.getCommandSpec(), version);
    root.addSubcommand(command(new RunApplication(context, application), settings))
        .addSubcommand(
            group(
                new DeadLetters(),
                new ListDeadLetters(context),
                new ShowDeadLetter(context),
                new ReplayDeadLetters(context)))
        .addSubcommand(group(new Topics(), new CreateTopics(context), new CheckTopics(context)))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setAbbreviatedOptionsAllowed(false)
        .setUnmatchedArgumentsAllowed(true)
        .setUsageHelpWidth(USAGE_WIDTH)
        .setOut(new PrintWriter(context.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(context.err(), true, StandardCharsets.UTF_8))
        .setExecutionStrategy(RootCommand::execute)
        .setParameterExceptionHandler((e, arguments) -> wrongUsage(e.getCommandLine(), e))
        .setExecutionExceptionHandler(RootCommand::failure);
    collectErrors(root);
  }

  /**
   * Runs a command.
   *
   * @param arguments the command line
   * @return the exit code: 0 for success, 1 for a failure, 2 for invalid usage or settings
   */
  public int run(String... arguments) {
    return root.execute(arguments);
  }

  private static void describe(CommandSpec spec, String version) {
    spec.version("streams-app " + version)
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Prints the version.")
                .build())
        .usageMessage()
        .description(
            "Scores reviews from a Kafka topic with a recurrent network and writes the scores to"
                + " another topic.")
        .customSynopsis(
            "streams-app [run] [OPTIONS]", "       streams-app [OPTIONS] COMMAND [OPTIONS]")
        .commandListHeading("%nCommands (see COMMAND --help):%n")
        .footer(
            "",
            "Each setting can also be given in the environment (REVIEW_MAX_BYTES) or in the file of"
                + " --config (review.max.bytes=). The command line overrides the environment, which"
                + " overrides the file.")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(exitCodes());
  }

  private static Map<String, String> exitCodes() {
    Map<String, String> codes = new LinkedHashMap<>();
    codes.put("0", "success");
    codes.put("1", "failure");
    codes.put("2", "invalid command line or settings");
    return codes;
  }

  private static CommandLine group(Object parent, Object... children) {
    CommandLine group = withHelp(new CommandLine(parent));
    for (Object child : children) {
      group.addSubcommand(command(child, CommandContext.CONNECTION));
    }
    return group;
  }

  private static CommandLine command(Object command, List<SettingGroup> settings) {
    CommandLine line = withHelp(new CommandLine(command));
    CommandLineOptions.addTo(line.getCommandSpec(), settings);
    line.getCommandSpec().usageMessage().abbreviateSynopsis(true).sortOptions(false);
    return line;
  }

  private static CommandLine withHelp(CommandLine command) {
    command
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Prints this help.")
                .build());
    return command;
  }

  /** Invalid settings of {@code run} are reported together with errors of the command line. */
  private static void collectErrors(CommandLine command) {
    command.getCommandSpec().parser().collectErrors(true);
    command.getSubcommands().values().forEach(RootCommand::collectErrors);
  }

  private static int execute(ParseResult parsed) {
    Integer help = CommandLine.executeHelpRequest(parsed);
    if (help != null) {
      return help;
    }
    List<ParseResult> chain = CommandContext.chain(parsed);
    ParseResult last = chain.get(chain.size() - 1);
    if (!(last.commandSpec().userObject() instanceof RunApplication)) {
      Optional<Exception> error = chain.stream().flatMap(RootCommand::errors).findFirst();
      if (error.isPresent()) {
        return wrongUsage(last.commandSpec().commandLine(), error.get());
      }
    }
    return new RunLast().execute(parsed);
  }

  private static Stream<Exception> errors(ParseResult parsed) {
    List<String> unmatched = parsed.unmatched();
    return unmatched.isEmpty()
        ? parsed.errors().stream()
        : Stream.of(new UnmatchedArgumentException(parsed.commandSpec().commandLine(), unmatched));
  }

  private static int wrongUsage(CommandLine command, Exception e) {
    command
        .getErr()
        .printf(
            "%s. See %s --help.%n",
            CommandLineOptions.problem(e), command.getCommandSpec().qualifiedName(" "));
    return ExitCode.USAGE;
  }

  private static int failure(Exception e, CommandLine command, ParseResult parsed)
      throws Exception {
    if (e instanceof InvalidConfigException) {
      command.getErr().println(e.getMessage());
      return ExitCode.USAGE;
    }
    if (e instanceof ClusterValidationException
        || e instanceof ReplayStoppedException
        || e instanceof CommandFailedException) {
      command.getErr().println(e.getMessage());
      return ExitCode.SOFTWARE;
    }
    if (e instanceof KafkaException) {
      command.getErr().println(KafkaErrorKind.message("Request to the cluster failed", e));
      return ExitCode.SOFTWARE;
    }
    throw e;
  }

  @Command(
      name = "dead-letters",
      description = "Lists, shows and replays records that could not be scored.",
      synopsisSubcommandLabel = "(list | show | replay)")
  private static final class DeadLetters {}

  @Command(
      name = "topics",
      description = "Creates and checks the topics of the application.",
      synopsisSubcommandLabel = "(create | check)")
  private static final class Topics {}
}
