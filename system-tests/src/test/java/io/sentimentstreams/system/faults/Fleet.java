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
 * The instances of one application, which share the partitions. Confined to the thread that injects
 * its faults.
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

  /** One process of the application; its name ends with the number of its start. */
  record Instance(String name, ScoringProcess process) {}

  /**
   * Creates a fleet without members.
   *
   * @param folder folder for their state
   * @param logs folder for their output
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

  /** Returns the number of members that were started. */
  int started() {
    return started;
  }

  int size() {
    return members.size();
  }

  /** Starts a member and waits until it is ready. */
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

  /** Returns the members that were not stopped. */
  List<Instance> members() {
    return List.copyOf(members);
  }

  /** Returns a random member. */
  Instance any(Random random) {
    return members.get(random.nextInt(members.size()));
  }

  /** Kills a member, as {@code kill -9} does. */
  void kill(Instance member) {
    members.remove(member);
    member.process().kill();
  }

  /** Sends SIGTERM to a member and waits for its exit. */
  void terminate(Instance member) {
    members.remove(member);
    long start = System.nanoTime();
    int status = member.process().terminate();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    slowestEnd = took.compareTo(slowestEnd) > 0 ? took : slowestEnd;
    if (status != 0) {
      ended.add(member.name() + " exited after SIGTERM with exit code " + status);
    }
  }

  /** Replaces members that exited unexpectedly, and records it. */
  void replaceEnded() throws IOException {
    for (Instance member : List.copyOf(members)) {
      if (!member.process().isAlive()) {
        members.remove(member);
        ended.add(
            member.name() + " exited unexpectedly with exit code " + member.process().exitCode());
        add();
      }
    }
  }

  /** Sends SIGTERM to all members, one at a time. */
  void terminateAll() throws IOException {
    replaceEnded();
    for (Instance member : List.copyOf(members)) {
      terminate(member);
    }
  }

  /** Returns the unexpected exits. */
  List<String> wrongEnds() {
    return List.copyOf(ended);
  }

  /** Returns the longest time from SIGTERM to the exit of a member. */
  Duration slowestEnd() {
    return slowestEnd;
  }

  @Override
  public void close() {
    members.forEach(member -> member.process().close());
  }
}
