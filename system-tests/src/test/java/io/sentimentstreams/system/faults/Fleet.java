package io.sentimentstreams.system.faults;

import io.sentimentstreams.system.ScoringProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * The instances of one application, which share the partitions. Not thread-safe: who faults them
 * owns them.
 */
final class Fleet implements AutoCloseable {

  private final Delivery delivery;
  private final String bootstrapServers;
  private final Path bundle;
  private final Path folder;
  private final Path logs;
  private final List<Instance> members = new ArrayList<>();
  private final List<String> ended = new ArrayList<>();
  private Duration slowestEnd = Duration.ZERO;
  private int started;

  /** One process of the application, by the number of its start. */
  record Instance(String name, ScoringProcess process) {}

  /**
   * A fleet without members.
   *
   * @param folder for their state
   * @param logs for what they print
   */
  Fleet(Delivery delivery, String bootstrapServers, Path bundle, Path folder, Path logs) {
    this.delivery = delivery;
    this.bootstrapServers = bootstrapServers;
    this.bundle = bundle;
    this.folder = folder;
    this.logs = logs;
  }

  Delivery delivery() {
    return delivery;
  }

  String applicationId() {
    return delivery.name();
  }

  String scores() {
    return "scores-of-" + delivery.name();
  }

  String deadLetters() {
    return "dead-letters-of-" + delivery.name();
  }

  /** How many members were started so far. */
  int started() {
    return started;
  }

  int size() {
    return members.size();
  }

  /** Starts one more member and waits until it scores. */
  Instance add() throws IOException {
    String name = delivery.name() + "-" + ++started;
    Map<String, String> settings =
        new TreeMap<>(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "bundle", bundle.toString(),
                "application.id", applicationId(),
                "topics.scores", scores(),
                "topics.dead.letter", deadLetters(),
                "processing.guarantee", delivery.guarantee(),
                "kafka.group.protocol", delivery.protocol(),
                "state.dir", folder.resolve(name).toString()));
    settings.putAll(Timeouts.ofApplications());
    Instance member =
        new Instance(name, ScoringProcess.start(logs.resolve(name + ".log"), settings));
    members.add(member);
    return member;
  }

  /** Those that run, as far as this fleet knows. */
  List<Instance> members() {
    return List.copyOf(members);
  }

  /** Any member. */
  Instance any(Random random) {
    return members.get(random.nextInt(members.size()));
  }

  /** Ends a member as {@code kill -9} does. */
  void kill(Instance member) {
    members.remove(member);
    member.process().kill();
  }

  /** Asks a member to end in order and waits for it. */
  void terminate(Instance member) {
    members.remove(member);
    long start = System.nanoTime();
    int status = member.process().terminate();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    slowestEnd = took.compareTo(slowestEnd) > 0 ? took : slowestEnd;
    if (status != 0) {
      ended.add(member.name() + " was asked to end and did with exit code " + status);
    }
  }

  /** Replaces members that ended although nobody asked them to, and remembers it. */
  void replaceEnded() throws IOException {
    for (Instance member : List.copyOf(members)) {
      if (!member.process().isAlive()) {
        members.remove(member);
        ended.add(member.name() + " ended by itself with exit code " + member.process().exitCode());
        add();
      }
    }
  }

  /** Asks all members to end in order. */
  void terminateAll() throws IOException {
    replaceEnded();
    for (Instance member : List.copyOf(members)) {
      terminate(member);
    }
  }

  /** Ends that were not as they should be. */
  List<String> wrongEnds() {
    return List.copyOf(ended);
  }

  /** The longest that a member took to end in order. */
  Duration slowestEnd() {
    return slowestEnd;
  }

  @Override
  public void close() {
    members.forEach(member -> member.process().close());
  }
}
