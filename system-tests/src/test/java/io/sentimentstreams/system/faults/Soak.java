package io.sentimentstreams.system.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command for a long run of random faults. */
@Command(
    name = "soak",
    description =
        "Injects random faults into brokers and applications under load and checks that every"
            + " review gets its answer. Exits with 1 if a guarantee was violated.",
    mixinStandardHelpOptions = true)
final class Soak implements Callable<Integer> {

  private static final int FAULTS = 200;

  /** More faults than any run takes. */
  private static final int UNLIMITED = 1_000_000;

  enum Guarantee {
    EXACTLY_ONCE_V2,
    AT_LEAST_ONCE
  }

  enum Protocol {
    CLASSIC,
    STREAMS
  }

  @Option(
      names = "--faults",
      paramLabel = "N",
      description =
          "Maximum number of faults; default: " + FAULTS + ", or unlimited with --minutes.")
  private Optional<Integer> faults = Optional.empty();

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "Minutes after which no further fault is injected; default: no limit.")
  private Optional<Long> minutes = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Random seed; default: a new seed for each run, which is printed.")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--guarantee",
      paramLabel = "GUARANTEE",
      description = "Processing guarantee: ${COMPLETION-CANDIDATES}; default: both.")
  private Optional<Guarantee> guarantee = Optional.empty();

  @Option(
      names = "--group-protocol",
      paramLabel = "PROTOCOL",
      description = "Group protocol: ${COMPLETION-CANDIDATES}; default: both.")
  private Optional<Protocol> protocol = Optional.empty();

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "100",
      description = "Reviews per second; default: ${DEFAULT-VALUE}.")
  private int rate;

  @Option(
      names = "--report",
      paramLabel = "FOLDER",
      defaultValue = "system-tests/target/soak",
      description =
          "Folder for soak.md, soak.json and the logs of the processes; default:"
              + " ${DEFAULT-VALUE}.")
  private Path report = Path.of("");

  private final String command;
  private final PrintStream out;

  /**
   * Creates the command.
   *
   * @param command line to print in the report
   * @param out destination of the progress and the summary
   */
  Soak(String command, PrintStream out) {
    this.command = command;
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    FaultPlan plan =
        new FaultPlan(
            seed.orElseGet(() -> (long) new Random().nextInt(1_000_000)),
            faults.orElse(minutes.isPresent() ? UNLIMITED : FAULTS),
            minutes.map(Duration::ofMinutes),
            deliveries(),
            rate,
            FaultKind.all());
    Path data = report.resolve("data");
    out.println("seed " + plan.seed() + ", logs in " + report.resolve("logs"));
    Folders.delete(data);
    try (FaultRun run = new FaultRun(plan, data, report.resolve("logs"), out::println)) {
      FaultResult result = run.run();
      FaultReport written = new FaultReport(command, result);
      written.write(report, "soak");
      out.println();
      out.print(written.summary());
      return result.broken().isEmpty() ? 0 : 1;
    } finally {
      Folders.delete(data);
    }
  }

  private List<Delivery> deliveries() {
    return Stream.of(Guarantee.values())
        .filter(g -> guarantee.isEmpty() || guarantee.get() == g)
        .flatMap(
            g ->
                Stream.of(Protocol.values())
                    .filter(p -> protocol.isEmpty() || protocol.get() == p)
                    .map(p -> new Delivery(spelled(g), spelled(p))))
        .toList();
  }

  private static String spelled(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}
