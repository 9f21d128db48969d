package io.sentimentstreams.system.faults;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program {@code ./system-tests/run}: tests that take too long for a build. */
@Command(
    name = "system-tests/run",
    description = "Runs tests that take too long for a build.",
    mixinStandardHelpOptions = true)
public final class LongRuns {

  private LongRuns() {}

  /** Runs a test and exits: 0 if it passes, 1 if it fails, 2 for invalid arguments. */
  public static void main(String[] args) {
    String command = "./system-tests/run " + String.join(" ", args);
    System.exit(
        new CommandLine(new LongRuns())
            .addSubcommand(new Soak(command, System.out))
            .addSubcommand(new Overload(System.out))
            .addSubcommand(new Brokers(System.out))
            .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(args));
  }
}
