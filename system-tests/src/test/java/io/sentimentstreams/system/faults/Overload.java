package io.sentimentstreams.system.faults;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command for a long overload. */
@Command(
    name = "overload",
    description =
        "Publishes five times the reviews that an application with a small heap can score, waits"
            + " until it catches up, and prints figures. Exits with 1 if a guarantee was violated.",
    mixinStandardHelpOptions = true)
final class Overload implements Callable<Integer> {

  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "Minutes during which the application has a backlog: one fifth with five times the load,"
              + " then the time to catch up; default: ${DEFAULT-VALUE}.")
  private int minutes;

  @Option(
      names = "--report",
      paramLabel = "FOLDER",
      defaultValue = "system-tests/target/overload",
      description = "Folder for the log of the application; default: ${DEFAULT-VALUE}.")
  private Path report = Path.of("");

  private final PrintStream out;

  /**
   * Creates the command.
   *
   * @param out destination of the samples and the figures
   */
  Overload(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws Exception {
    Path data = report.resolve("data");
    Folders.delete(data);
    Duration tooMany = Duration.ofMinutes(minutes).dividedBy(OverloadRun.FACTOR);
    try (OverloadRun run = new OverloadRun(tooMany, data, report, out::println)) {
      OverloadResult result = run.run();
      out.println();
      result.lines().forEach(out::println);
      result.broken().forEach(broken -> out.println("VIOLATED: " + broken));
      return result.broken().isEmpty() ? 0 : 1;
    } finally {
      Folders.delete(data);
    }
  }
}
