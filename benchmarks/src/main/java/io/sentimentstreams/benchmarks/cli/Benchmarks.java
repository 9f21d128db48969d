package io.sentimentstreams.benchmarks.cli;

import io.sentimentstreams.benchmarks.process.BrokerProcess;
import io.sentimentstreams.benchmarks.process.Dl4jProcess;
import io.sentimentstreams.benchmarks.process.OnnxProcess;
import io.sentimentstreams.benchmarks.process.ProducerProcess;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** Benchmark program: compares scoring with other engines. */
@Command(
    name = "benchmarks/run",
    description =
        "Measures scoring and compares it with other engines. Prints tables with ratios "
            + "and saves the figures.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT)
public final class Benchmarks {

  /** System property with the root of the sources. */
  public static final String HOME = "sentimentstreams.home";

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of an error.")
  private boolean debug;

  private Benchmarks() {}

  /** Runs a command and exits: 0 for success, 1 for a failure, 2 for wrong usage. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    Path home = Path.of(System.getProperty(HOME, "."));
    System.exit(run(args, home, out, err, InstantSource.system()));
  }

  /**
   * Runs a command.
   *
   * @param home root of the sources
   * @param out writer for tables
   * @param err writer for errors and progress
   * @return the exit code
   */
  static int run(String[] args, Path home, PrintWriter out, PrintWriter err, InstantSource clock) {
    Benchmarks program = new Benchmarks();
    BenchmarkContext bench =
        new BenchmarkContext(home, "./benchmarks/run " + String.join(" ", args), clock, out, err);
    return new CommandLine(program)
        .addSubcommand(new KernelsCommand(bench))
        .addSubcommand(new CorpusCommand(bench))
        .addSubcommand(new TextCommand(bench))
        .addSubcommand(new LanguageCommand(bench))
        .addSubcommand(new EndToEndCommand(bench))
        .addSubcommand(new DocsCommand(bench))
        .addSubcommand(new BrokerProcess(out))
        .addSubcommand(new ProducerProcess(out))
        .addSubcommand(new Dl4jProcess(out))
        .addSubcommand(new OnnxProcess(out))
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Benchmarks::wrongUsage)
        .setExecutionExceptionHandler(program::failure)
        .execute(args);
  }

  private static int wrongUsage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    command
        .getErr()
        .printf(
            "error: %s (see %s --help)%n",
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
}
