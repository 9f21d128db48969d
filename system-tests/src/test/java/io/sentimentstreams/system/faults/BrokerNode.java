package io.sentimentstreams.system.faults;

import io.sentimentstreams.system.ChildProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.tools.StorageTool;

/** A process with a broker and controller, which can be restarted. */
final class BrokerNode implements AutoCloseable {

  private final int id;
  private final Path properties;
  private final Path logs;
  private ChildProcess process;
  private int starts;

  private BrokerNode(int id, Path properties, Path logs) throws IOException {
    this.id = id;
    this.properties = properties;
    this.logs = logs;
    process = launch();
  }

  /**
   * Formats its folder and starts it.
   *
   * @param settings settings of the broker
   * @param properties file to which the settings are written
   * @param logs folder for the output
   */
  static BrokerNode create(int id, Properties settings, Path properties, Path logs, String cluster)
      throws IOException {
    try (var out = Files.newOutputStream(properties)) {
      settings.store(out, null);
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    String[] arguments = {"format", "--config", properties.toString(), "--cluster-id", cluster};
    PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
    if (StorageTool.execute(arguments, print) != 0) {
      throw new IOException("formatting failed: " + said.toString(StandardCharsets.UTF_8));
    }
    return new BrokerNode(id, properties, logs);
  }

  int id() {
    return id;
  }

  ChildProcess process() {
    return process;
  }

  /** Starts the broker again with the same data and ports. */
  void restart() throws IOException {
    process = launch();
  }

  @Override
  public void close() {
    process.close();
  }

  private ChildProcess launch() throws IOException {
    starts++;
    Path logging =
        Path.of(System.getProperty("repository.root"))
            .resolve("system-tests/src/test/resources/broker-logback.xml");
    return ChildProcess.startJava(
        logs.resolve("broker-%d-%d.log".formatted(id, starts)),
        List.of(
            "-Dlogback.configurationFile=" + logging.normalize(),
            "-cp",
            System.getProperty("java.class.path"),
            "kafka.Kafka",
            properties.toString()));
  }
}
