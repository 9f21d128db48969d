package io.sentimentstreams.system.faults;

import static org.awaitility.Awaitility.await;

import io.sentimentstreams.system.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/** A process with a broker and controller of any Kafka release. */
final class ReleasedBroker implements AutoCloseable {

  private final String bootstrapServers;
  private final ChildProcess process;

  private ReleasedBroker(String bootstrapServers, ChildProcess process) {
    this.bootstrapServers = bootstrapServers;
    this.process = process;
  }

  /**
   * Formats a folder, starts the broker and waits until it responds.
   *
   * @param version release of Kafka, which the broker must report
   * @param classPath class path of that release
   * @param folder folder for its data
   * @param logs folder for its output
   */
  static ReleasedBroker start(String version, String classPath, Path folder, Path logs)
      throws IOException {
    FreePorts ports = new FreePorts();
    String address = "127.0.0.1:" + ports.next();
    Path properties = Files.createDirectories(folder).resolve("broker.properties");
    try (var out = Files.newOutputStream(properties)) {
      settings(address, "127.0.0.1:" + ports.next(), folder.resolve("data")).store(out, null);
    }
    String cluster = Uuid.randomUuid().toString();
    try (ChildProcess format =
        launch(
            classPath,
            logs.resolve("format.log"),
            "kafka.tools.StorageTool",
            "format",
            "--config",
            properties.toString(),
            "--cluster-id",
            cluster)) {
      if (format.exitCode() != 0) {
        throw new IOException(
            "formatting with Kafka %s failed: %s".formatted(version, format.output()));
      }
    }
    ReleasedBroker broker =
        new ReleasedBroker(
            address,
            launch(classPath, logs.resolve("broker.log"), "kafka.Kafka", properties.toString()));
    try {
      broker.awaitStarted(version);
      return broker;
    } catch (IOException | RuntimeException e) {
      broker.close();
      throw e;
    }
  }

  String bootstrapServers() {
    return bootstrapServers;
  }

  @Override
  public void close() {
    process.close();
  }

  private void awaitStarted(String version) throws IOException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      await("Kafka " + version)
          .atMost(ChildProcess.TIMEOUT)
          .failFast("the broker exited", () -> !process.isAlive())
          .ignoreExceptionsMatching(e -> !(e instanceof InterruptedException))
          .until(() -> !admin.describeCluster().nodes().get(10, TimeUnit.SECONDS).isEmpty());
    }
    if (!process.output().contains("Kafka version: " + version)) {
      throw new IOException("the broker does not report version " + version);
    }
  }

  private static ChildProcess launch(String classPath, Path log, String main, String... arguments)
      throws IOException {
    Path logging =
        Path.of(System.getProperty("repository.root"))
            .resolve("system-tests/src/test/resources/broker-logback.xml");
    List<String> java =
        new ArrayList<>(
            List.of("-Dlogback.configurationFile=" + logging.normalize(), "-cp", classPath, main));
    java.addAll(List.of(arguments));
    return ChildProcess.startJava(log, java);
  }

  private static Properties settings(String address, String controller, Path data) {
    Properties settings = new Properties();
    settings.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "node.id", "1",
            "listeners", "BROKER://" + address + ",CONTROLLER://" + controller,
            "advertised.listeners", "BROKER://" + address,
            "listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "inter.broker.listener.name", "BROKER",
            "controller.listener.names", "CONTROLLER",
            "controller.quorum.voters", "1@" + controller,
            "log.dirs", data.toString()));
    settings.putAll(
        Map.of(
            "offsets.topic.replication.factor", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "group.initial.rebalance.delay.ms", "0",
            "auto.create.topics.enable", "false"));
    return settings;
  }
}
