package io.sentimentstreams.benchmarks.process;

import io.sentimentstreams.quickstart.EmbeddedBroker;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Broker that runs until its input is closed and reports its bootstrap servers. */
@Command(name = BrokerProcess.NAME, hidden = true)
public final class BrokerProcess implements Callable<Integer> {

  /** Name of the command. */
  public static final String NAME = "broker-process";

  @SuppressWarnings("NullAway.Init") // picocli sets required options.
  @Option(names = "--folder", required = true)
  private Path folder;

  private final PrintWriter out;

  /**
   * Creates a command.
   *
   * @param out writer for the line that reports readiness
   */
  public BrokerProcess(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, Map.of())) {
      ReadySignal.report(out, broker.bootstrapServers());
      ReadySignal.awaitEndOfInput();
    }
    return 0;
  }
}
