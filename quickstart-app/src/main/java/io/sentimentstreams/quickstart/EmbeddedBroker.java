package io.sentimentstreams.quickstart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker with its own KRaft controller, in this process and on free loopback ports. It
 * keeps its data in a folder, which {@link #close} deletes. For trials and tests: it has no
 * replication and no security, and a fatal error in the broker exits the process.
 *
 * <p>Thread-safe.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private static final int ATTEMPTS = 5;
  private static final Duration LOGS_TIMEOUT = Duration.ofSeconds(30);
  private static final long POLL_MILLIS = 20;

  private final KafkaRaftServer server;
  private final Path directory;
  private final String bootstrapServers;

  private EmbeddedBroker(KafkaRaftServer server, Path directory, String bootstrapServers) {
    this.server = server;
    this.directory = directory;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Starts a broker that keeps its data in the system's folder for temporary files.
   *
   * @throws BrokerStartupException if the broker does not start
   */
  public static EmbeddedBroker start() {
    return start(TemporaryFolder.create().path(), Map.of());
  }

  /**
   * Starts a broker.
   *
   * @param directory the folder for its data, which must be absent or empty; {@link #close} deletes
   *     it
   * @param settings broker settings that replace those of this class, by Kafka's names
   * @throws BrokerStartupException if the broker does not start
   */
  public static EmbeddedBroker start(Path directory, Map<String, String> settings) {
    return start(directory, 0, settings);
  }

  /**
   * Starts a broker on a given port.
   *
   * @param port the port on 127.0.0.1; 0 selects a free port
   */
  static EmbeddedBroker start(Path directory, int port, Map<String, String> settings) {
    claim(directory);
    Path data = directory.resolve("data");
    for (int attempt = 1; ; attempt++) {
      KafkaRaftServer server = null;
      try {
        Properties properties = BrokerSettings.onFreePorts(data, port, settings);
        format(directory, properties);
        server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        server.startup();
        return new EmbeddedBroker(server, directory, BrokerSettings.bootstrapServers(properties));
      } catch (IOException | RuntimeException e) {
        if (server != null) {
          server.shutdown();
          server.awaitShutdown();
        }
        new TemporaryFolder(directory).close();
        // Another process may use a port that was free a moment ago.
        if (attempt == ATTEMPTS || port != 0 || !isPortTaken(e)) {
          throw new BrokerStartupException("The broker in " + directory + " did not start", e);
        }
      }
    }
  }

  /** Returns the address for clients: {@code 127.0.0.1:port}. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /**
   * Creates topics and waits until the broker accepts records for each of their partitions.
   *
   * @param partitions the number of partitions of each topic
   */
  public void createTopics(int partitions, String... names) {
    List<NewTopic> topics =
        Arrays.stream(names).map(name -> new NewTopic(name, partitions, (short) 1)).toList();
    Map<String, Object> settings =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    try (Admin admin = Admin.create(settings)) {
      admin.createTopics(topics).all().get();
      awaitLogs(admin, ends(topics));
    } catch (ExecutionException e) {
      throw new KafkaException("Topics not created: " + List.of(names) + ".", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("Interrupted while topics were created.", e);
    }
  }

  /**
   * Waits until the broker has created the logs of the partitions, which happens after the
   * controller has answered. A broker knows the offsets of a partition only if it has its log.
   */
  private static void awaitLogs(Admin admin, Map<TopicPartition, OffsetSpec> ends)
      throws ExecutionException, InterruptedException {
    long start = System.nanoTime();
    while (true) {
      try {
        admin.listOffsets(ends).all().get();
        return;
      } catch (ExecutionException e) {
        boolean isTransient = e.getCause() instanceof RetriableException;
        if (!isTransient || System.nanoTime() - start > LOGS_TIMEOUT.toNanos()) {
          throw e;
        }
        TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      }
    }
  }

  /** Stops the broker and deletes its folder. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
    new TemporaryFolder(directory).close();
  }

  /** Creates the folder. Rejects one with content, because {@link #close} would delete it. */
  private static void claim(Path directory) {
    try {
      Files.createDirectories(directory);
      try (Stream<Path> content = Files.list(directory)) {
        if (content.findAny().isPresent()) {
          throw new IOException("The folder is not empty. Use one that is empty or absent.");
        }
      }
    } catch (IOException e) {
      throw new BrokerStartupException("The broker cannot use the folder " + directory, e);
    }
  }

  private static Map<TopicPartition, OffsetSpec> ends(List<NewTopic> topics) {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (NewTopic topic : topics) {
      for (int partition = 0; partition < topic.numPartitions(); partition++) {
        ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
      }
    }
    return ends;
  }

  private static void format(Path directory, Properties properties) throws IOException {
    Files.createDirectories(directory);
    Path file = directory.resolve("server.properties");
    try (var out = Files.newOutputStream(file)) {
      properties.store(out, null);
    }
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    String[] arguments = {
      "format", "--config", file.toString(), "--cluster-id", Uuid.randomUuid().toString()
    };
    int status =
        StorageTool.execute(arguments, new PrintStream(output, true, StandardCharsets.UTF_8));
    if (status != 0) {
      throw new IOException(
          "Formatting the storage failed: " + output.toString(StandardCharsets.UTF_8));
    }
  }

  private static boolean isPortTaken(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException
          || String.valueOf(cause.getMessage()).contains("Address already in use")) {
        return true;
      }
    }
    return false;
  }
}
