package io.sentimentstreams.trainer.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import io.sentimentstreams.trainer.cli.vectorize.VectorizeCommand;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The program: trains, evaluates and tries out sentiment models. */
@Command(
    name = "model-trainer",
    description = "Trains, evaluates and tries out recurrent sentiment models.",
    mixinStandardHelpOptions = true,
    versionProvider = ModelTrainer.Version.class,
    scope = ScopeType.INHERIT)
public final class ModelTrainer {

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of an error.")
  private boolean debug;

  private ModelTrainer() {}

  /** Runs a command and exits: 0 if all went well, 1 for a failure, 2 for wrong usage. */
  public static void main(String[] args) {
    // Charts are drawn into files, never on a screen.
    System.setProperty("java.awt.headless", "true");
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(args, System.in, out, err, InstantSource.system()));
  }

  /**
   * Runs a command.
   *
   * @param in where texts are read if none is typed
   * @param out for what the command is asked for
   * @param err for errors and the way of a long training
   * @param clock for dates and durations
   * @return the exit code
   */
  static int run(
      String[] args, InputStream in, PrintWriter out, PrintWriter err, InstantSource clock) {
    ModelTrainer program = new ModelTrainer();
    return new CommandLine(program)
        .addSubcommand(new TrainCommand(out, err, clock, ShellQuoting.command(args)))
        .addSubcommand(new EvaluateCommand(out, err, ShellQuoting.command(args)))
        .addSubcommand(new CompareCommand(out))
        .addSubcommand(new InspectCommand(out))
        .addSubcommand(new LinearCommand(out, err, clock))
        .addSubcommand(new PredictCommand(in, out))
        .addSubcommand(new RnnByHandCommand(out))
        .addSubcommand(new SignCommand(out))
        .addSubcommand(new EmbeddingsCommand(out, clock))
        .addSubcommand(new VectorizeCommand(in, out, err))
        .addSubcommand(new ExportCommand(out))
        .addSubcommand(new ImportKerasCommand(out, err, clock, ShellQuoting.command(args)))
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(ModelTrainer::wrongUsage)
        .setExecutionExceptionHandler(program::failure)
        .execute(args);
  }

  private static int wrongUsage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    command
        .getErr()
        .printf(
            "error: %s (try %s --help)%n",
            e.getMessage(), command.getCommandSpec().qualifiedName());
    return CommandLine.ExitCode.USAGE;
  }

  private int failure(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    if (debug) {
      e.printStackTrace(command.getErr());
    } else {
      String message = Optional.ofNullable(e.getMessage()).orElseGet(e::toString);
      command.getErr().println("error: " + message.lines().findFirst().orElse(e.toString()));
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** The version in the jar's manifest. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      String version = ModelTrainer.class.getPackage().getImplementationVersion();
      return new String[] {"model-trainer " + (version == null ? "(not packaged)" : version)};
    }
  }
}
