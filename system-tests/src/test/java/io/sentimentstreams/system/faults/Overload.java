package io.sentimentstreams.system.faults;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The long overload. */
@Command(
    name = "overload",
    description =
        "Gives an application with a small heap five times the reviews that it can score, lets it"
            + " catch up, and reports. Exits with 1 if a promise was broken.",
    mixinStandardHelpOptions = true)
final class Overload implements Callable<Integer> {

  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "How long there is more to do than it can, default ${DEFAULT-VALUE}: five times as many"
              + " reviews for a fifth of that, and then what has piled up.")
  private int minutes;

  @Option(
      names = "--report",
      paramLabel = "FOLDER",
      defaultValue = "system-tests/target/overload",
      description = "Where the application's log goes; default ${DEFAULT-VALUE}.")
  private Path report = Path.of("");

  private final PrintStream out;

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
      result.broken().forEach(broken -> out.println("BROKEN: " + broken));
      return result.broken().isEmpty() ? 0 : 1;
    } finally {
      Folders.delete(data);
    }
  }
}
