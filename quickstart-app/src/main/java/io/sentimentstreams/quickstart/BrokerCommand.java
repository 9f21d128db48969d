package io.sentimentstreams.quickstart;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A broker to try things out with, where there is no Kafka. */
@Command(
    name = "broker",
    mixinStandardHelpOptions = true,
    description = "Starts a Kafka broker on 127.0.0.1. Ctrl-C ends it and deletes what it holds.")
final class BrokerCommand implements Callable<Integer> {

  private static final int HIGHEST_PORT = 65_535;

  @SuppressWarnings("NullAway.Init") // picocli sets it.
  @Spec
  private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "9092",
      description = "Where clients connect; 0 picks a free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  private final PrintWriter out;

  BrokerCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new ParameterException(
          spec.commandLine(), "--port must be 0 to " + HIGHEST_PORT + ", was " + port);
    }
    CountDownLatch asked = new CountDownLatch(1);
    CleanEnd end = new CleanEnd(out);
    try (TemporaryFolder folder = TemporaryFolder.create();
        EmbeddedBroker broker =
            EmbeddedBroker.start(folder.path().resolve("broker"), port, Map.of())) {
      end.onSignal(asked::countDown);
      out.println("ready bootstrap.servers=" + broker.bootstrapServers());
      asked.await();
      end.with(0);
    } finally {
      end.reached();
    }
    return 0;
  }
}
