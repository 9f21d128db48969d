package io.sentimentstreams.benchmarks.process;

import io.sentimentstreams.quickstart.EmbeddedBroker;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A broker until the end of input; says where clients connect. */
@Command(name = BrokerProcess.NAME, hidden = true)
public final class BrokerProcess implements Callable<Integer> {

  /** The command. */
  public static final String NAME = "broker-process";

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Option(names = "--folder", required = true)
  private Path folder;

  private final PrintWriter out;

  /**
   * A command.
   *
   * @param out for the line that says that it is ready
   */
  public BrokerProcess(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, Map.of())) {
      Ready.say(out, broker.bootstrapServers());
      Ready.awaitEndOfInput();
    }
    return 0;
  }
}
