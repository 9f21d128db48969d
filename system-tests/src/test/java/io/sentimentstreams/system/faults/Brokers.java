package io.sentimentstreams.system.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command for a smoke test with broker releases. */
@Command(
    name = "brokers",
    description =
        "Starts a broker of each given Kafka version and checks that the application answers each"
            + " review exactly once. Exits with 1 if this fails with the group protocol classic.",
    mixinStandardHelpOptions = true)
final class Brokers implements Callable<Integer> {

  private static final String HEADER =
      "| broker | group protocol | works | reviews | scores | dead letters | lost | duplicates"
          + " | out of order | wrong |\n|---|---|---|---|---|---|---|---|---|---|";

  @Parameters(
      arity = "1..*",
      paramLabel = "VERSION",
      description = "Kafka versions, for example 3.9.1. Maven downloads them.")
  private List<String> versions = List.of();

  @Option(
      names = "--reviews",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Reviews per version and group protocol; default: ${DEFAULT-VALUE}.")
  private int reviews;

  @Option(
      names = "--report",
      paramLabel = "FOLDER",
      defaultValue = "system-tests/target/brokers",
      description =
          "Folder for brokers.md and the logs of the processes; default: ${DEFAULT-VALUE}.")
  private Path report = Path.of("");

  private final PrintStream out;

  /**
   * Creates the command.
   *
   * @param out destination of the table
   */
  Brokers(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path root = Path.of(System.getProperty("repository.root"));
    KafkaLibraries libraries = new KafkaLibraries(root, report.resolve("libraries"));
    List<String> table = new ArrayList<>(List.of(HEADER));
    List<String> errors = new ArrayList<>();
    boolean works = true;
    out.println(HEADER);
    for (String version : versions) {
      String classPath = libraries.classPath(version);
      for (String protocol : List.of(Delivery.CLASSIC, Delivery.STREAMS)) {
        BrokerOutcome outcome = run(version, classPath, protocol);
        works &= outcome.works() || (protocol.equals(Delivery.STREAMS) && isRefused(outcome));
        String row =
            "| %s | `%s` | %s | %s |"
                .formatted(version, protocol, outcome.works() ? "yes" : "no", outcome.cells());
        out.println(row);
        table.add(row);
        outcome
            .error()
            .ifPresent(error -> errors.add("- %s, `%s`: %s".formatted(version, protocol, error)));
      }
    }
    errors.forEach(out::println);
    Files.writeString(
        report.resolve("brokers.md"),
        String.join("\n", table) + "\n\n" + String.join("\n", errors) + "\n");
    return works ? 0 : 1;
  }

  private static boolean isRefused(BrokerOutcome outcome) {
    return outcome.verdict().isEmpty();
  }

  private BrokerOutcome run(String version, String classPath, String protocol) throws IOException {
    String name = "%s-%s".formatted(version, protocol).toLowerCase(Locale.ROOT);
    Path data = report.resolve("data").resolve(name);
    Path logs = report.resolve("logs").resolve(name);
    Folders.delete(data);
    try (ReleasedBroker broker =
        ReleasedBroker.start(version, classPath, data.resolve("broker"), logs)) {
      return new BrokerTrial(broker, protocol, data.resolve("application"), logs).run(reviews);
    } finally {
      Folders.delete(data);
    }
  }
}
