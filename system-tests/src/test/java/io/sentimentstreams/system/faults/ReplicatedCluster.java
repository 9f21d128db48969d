package io.sentimentstreams.system.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;

/**
 * Three processes, each with a broker and a controller. Every topic has three replicas, two of them
 * in sync at least, so that any one broker can fail.
 */
final class ReplicatedCluster implements AutoCloseable {

  static final int BROKERS = 3;

  private final List<BrokerNode> nodes = new ArrayList<>();
  private final String bootstrapServers;

  /**
   * Starts the brokers; does not wait for them.
   *
   * @param folder folder for their data
   * @param logs folder for their output
   */
  ReplicatedCluster(Path folder, Path logs) throws IOException {
    FreePorts ports = new FreePorts();
    List<String> brokers = Stream.generate(() -> address(ports)).limit(BROKERS).toList();
    List<String> controllers = Stream.generate(() -> address(ports)).limit(BROKERS).toList();
    bootstrapServers = String.join(",", brokers);
    String cluster = Uuid.randomUuid().toString();
    Files.createDirectories(folder);
    try {
      for (int i = 0; i < BROKERS; i++) {
        Properties settings = new Properties();
        settings.putAll(common(controllers));
        settings.put("node.id", Integer.toString(i));
        settings.put(
            "listeners", "BROKER://" + brokers.get(i) + ",CONTROLLER://" + controllers.get(i));
        settings.put("advertised.listeners", "BROKER://" + brokers.get(i));
        settings.put("log.dirs", folder.resolve("data-" + i).toString());
        Path file = folder.resolve("broker-" + i + ".properties");
        nodes.add(BrokerNode.create(i, settings, file, logs, cluster));
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  String bootstrapServers() {
    return bootstrapServers;
  }

  BrokerNode node(int id) {
    return nodes.get(id);
  }

  List<BrokerNode> nodes() {
    return nodes;
  }

  @Override
  public void close() {
    nodes.forEach(BrokerNode::close);
  }

  private static Properties common(List<String> controllers) {
    String voters =
        Stream.iterate(0, i -> i + 1)
            .limit(BROKERS)
            .map(i -> i + "@" + controllers.get(i))
            .collect(Collectors.joining(","));
    Properties settings = new Properties();
    settings.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "inter.broker.listener.name", "BROKER",
            "controller.listener.names", "CONTROLLER",
            "controller.quorum.voters", voters));
    settings.putAll(
        Map.of(
            "default.replication.factor", "3",
            "min.insync.replicas", "2",
            "offsets.topic.replication.factor", "3",
            "offsets.topic.num.partitions", "3",
            "transaction.state.log.replication.factor", "3",
            "transaction.state.log.min.isr", "2",
            "transaction.state.log.num.partitions", "3",
            // Restarted brokers lead their partitions again, so that a fault of any broker matters.
            "leader.imbalance.check.interval.seconds", "10",
            "auto.create.topics.enable", "false"));
    settings.putAll(
        Map.of(
            "num.network.threads", "2",
            "num.io.threads", "4",
            "background.threads", "2",
            "log.cleaner.dedupe.buffer.size", "2097152",
            "log.index.size.max.bytes", "1048576"));
    settings.putAll(Timeouts.ofBrokers());
    return settings;
  }

  private static String address(FreePorts ports) {
    return "127.0.0.1:" + ports.next();
  }
}
