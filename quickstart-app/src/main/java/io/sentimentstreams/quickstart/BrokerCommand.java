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

/** The command {@code broker}: a broker for trials on a machine without Kafka. */
@Command(
    name = "broker",
    mixinStandardHelpOptions = true,
    description = {
      "Starts a Kafka broker on 127.0.0.1. Press Ctrl-C to stop it and to delete its data."
    })
final class BrokerCommand implements Callable<Integer> {

  private static final int MAX_PORT = 65_535;

  @SuppressWarnings("NullAway.Init") // picocli sets it.
  @Spec
  private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "9092",
      description = "Port for clients; 0 selects a free port. Default: ${DEFAULT-VALUE}.")
  private int port;

  private final PrintWriter out;

  BrokerCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > MAX_PORT) {
      throw new ParameterException(
          spec.commandLine(), "--port must be from 0 to " + MAX_PORT + ": " + port + ".");
    }
    CountDownLatch stop = new CountDownLatch(1);
    CleanEnd end = new CleanEnd(out);
    try (TemporaryFolder folder = TemporaryFolder.create();
        EmbeddedBroker broker =
            EmbeddedBroker.start(folder.path().resolve("broker"), port, Map.of())) {
      end.onSignal(stop::countDown);
      out.println("ready bootstrap.servers=" + broker.bootstrapServers());
      stop.await();
      end.with(0);
    } finally {
      end.reached();
    }
    return 0;
  }
}
