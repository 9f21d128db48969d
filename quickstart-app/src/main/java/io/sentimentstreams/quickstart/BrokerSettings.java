package io.sentimentstreams.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The settings of a single broker, which is its own controller and starts quickly. */
final class BrokerSettings {

  private static final String LISTENERS = "listeners";
  private static final String BROKER = "BROKER://";

  private BrokerSettings() {}

  /**
   * Returns settings with loopback ports that are free at this moment.
   *
   * @param port the port for clients; 0 selects a free port
   * @param changes settings that replace those of this class
   * @throws UncheckedIOException if the port is in use
   */
  static Properties onFreePorts(Path data, int port, Map<String, String> changes) {
    try (ServerSocket broker = loopback(port);
        ServerSocket controller = loopback(0)) {
      Properties properties = new Properties();
      properties.putAll(
          Map.of(
              "node.id",
              "1",
              "process.roles",
              "broker,controller",
              LISTENERS,
              BROKER + address(broker) + ",CONTROLLER://" + address(controller),
              "advertised.listeners",
              BROKER + address(broker),
              "listener.security.protocol.map",
              "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT",
              "inter.broker.listener.name",
              "BROKER",
              "controller.listener.names",
              "CONTROLLER",
              "controller.quorum.voters",
              "1@" + address(controller),
              "log.dirs",
              data.toString()));
      properties.putAll(withoutReplication());
      properties.putAll(quickStart());
      properties.putAll(changes);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(
          port == 0
              ? "No loopback port is free. Stop a program that listens on one."
              : "Port in use on 127.0.0.1: " + port + ". Choose another port.",
          e);
    }
  }

  static String bootstrapServers(Properties properties) {
    String first = properties.getProperty(LISTENERS).split(",", 2)[0];
    return first.substring(BROKER.length());
  }

  /** Returns settings without replication, because there is no second broker. */
  private static Map<String, String> withoutReplication() {
    return Map.of(
        "default.replication.factor", "1",
        "offsets.topic.replication.factor", "1",
        "transaction.state.log.replication.factor", "1",
        "transaction.state.log.min.isr", "1",
        "share.coordinator.state.topic.replication.factor", "1",
        "share.coordinator.state.topic.min.isr", "1");
  }

  /**
   * Returns settings for a quick start: no rebalance delay, few partitions, threads and buffers.
   */
  private static Map<String, String> quickStart() {
    return Map.of(
        "auto.create.topics.enable", "false",
        "group.initial.rebalance.delay.ms", "0",
        "group.min.session.timeout.ms", "1000",
        "offsets.topic.num.partitions", "1",
        "transaction.state.log.num.partitions", "2",
        "num.network.threads", "2",
        "num.io.threads", "2",
        "log.cleaner.dedupe.buffer.size", "2097152",
        "log.index.size.max.bytes", "1048576");
  }

  private static ServerSocket loopback(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
  }

  private static String address(ServerSocket socket) {
    return "127.0.0.1:" + socket.getLocalPort();
  }
}
