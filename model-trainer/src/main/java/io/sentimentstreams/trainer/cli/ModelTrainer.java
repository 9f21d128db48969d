package io.sentimentstreams.trainer.cli;

import io.sentimentstreams.trainer.cli.vectorize.VectorizeCommand;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program that trains, evaluates and exports sentiment models. */
@Command(
    name = "model-trainer",
    description = "Trains, evaluates and exports recurrent sentiment models.",
    mixinStandardHelpOptions = true,
    versionProvider = ModelTrainer.Version.class,
    scope = ScopeType.INHERIT)
public final class ModelTrainer {

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print stack traces of errors.")
  private boolean debug;

  private ModelTrainer() {}

  /**
   * Runs a command and exits: 0 on success, 1 after a failure, 2 after a usage error, 3 if a gate
   * refuses a bundle.
   */
  public static void main(String[] args) {
    // Charts are drawn to files only.
    System.setProperty("java.awt.headless", "true");
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(args, System.in, out, err, InstantSource.system()));
  }

  /**
   * Runs a command.
   *
   * @param in texts if none are typed
   * @param out the result of the command
   * @param err errors, warnings and progress
   * @param clock for dates and durations
   * @return the exit code
   */
  static int run(
      String[] args, InputStream in, PrintWriter out, PrintWriter err, InstantSource clock) {
    ModelTrainer program = new ModelTrainer();
    String typed = ShellQuoting.command(args);
    return new CommandLine(program)
        .addSubcommand(new TrainCommand(out, err, clock, typed))
        .addSubcommand(new EvaluateCommand(out, err, typed))
        .addSubcommand(new BehaveCommand(out, err))
        .addSubcommand(new CompareCommand(out, err))
        .addSubcommand(new AbstainCommand(out, err, typed))
        .addSubcommand(new InspectCommand(out))
        .addSubcommand(new LinearCommand(out, err, clock))
        .addSubcommand(new PredictCommand(in, out))
        .addSubcommand(new RnnByHandCommand(out))
        .addSubcommand(new SignCommand(out))
        .addSubcommand(new EmbeddingsCommand(out, clock))
        .addSubcommand(new VectorizeCommand(in, out, err))
        .addSubcommand(new ExportCommand(out))
        .addSubcommand(new ImportKerasCommand(out, err, clock, typed))
        .addSubcommand(new ImportOnnxCommand(out, err, clock, typed))
        .addSubcommand(new ImportDl4jCommand(out, err, clock, typed))
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(UsageErrors::print)
        .setExecutionExceptionHandler(program::failure)
        .execute(args);
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

  /** Provider of the version in the manifest of the jar. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      String version = ModelTrainer.class.getPackage().getImplementationVersion();
      return new String[] {"model-trainer " + (version == null ? "(not packaged)" : version)};
    }
  }
}
