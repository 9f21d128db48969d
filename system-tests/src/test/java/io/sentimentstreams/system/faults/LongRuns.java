package io.sentimentstreams.system.faults;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program behind {@code ./system-tests/run}: tests that are too long for a build. */
@Command(
    name = "system-tests/run",
    description = "Tests that are too long for a build.",
    mixinStandardHelpOptions = true)
public final class LongRuns {

  private LongRuns() {}

  /** Runs a test and exits: 0 if all is well, 1 if not, 2 for wrong usage. */
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
