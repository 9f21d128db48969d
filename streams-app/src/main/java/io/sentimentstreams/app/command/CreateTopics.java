package io.sentimentstreams.app.command;

import io.sentimentstreams.app.admin.PlannedTopic;
import io.sentimentstreams.app.admin.TopicCreation;
import io.sentimentstreams.app.admin.TopicPlan;
import io.sentimentstreams.app.config.Connection;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Creates the topics. */
@Command(
    name = "create",
    description = "Creates the topics that are missing. Those that exist stay as they are.")
final class CreateTopics implements Callable<Integer> {

  private static final int MAX_REPLICAS = Short.MAX_VALUE;

  @SuppressWarnings("NullAway.Init") // picocli sets it.
  @Spec
  private CommandSpec spec;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "12",
      description =
          "Partitions of each topic, at least as many as threads will ever score. Where the topic of"
              + " reviews exists, it has its number. Default: ${DEFAULT-VALUE}.")
  private int partitions;

  @Option(
      names = "--replication-factor",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Brokers that hold each partition. Default: 3, or as many as there are if there are"
              + " fewer.")
  private int replication;

  @SuppressWarnings("NullAway.Init") // Has a default, so picocli sets it.
  @Option(
      names = "--reviews-retention",
      paramLabel = "DURATION",
      defaultValue = "7d",
      converter = TimeArguments.DurationOption.class,
      description = "How long reviews are kept. Default: ${DEFAULT-VALUE}.")
  private Duration reviewRetention;

  @SuppressWarnings("NullAway.Init") // Has a default, so picocli sets it.
  @Option(
      names = "--scores-retention",
      paramLabel = "DURATION",
      defaultValue = "30d",
      converter = TimeArguments.DurationOption.class,
      description = "How long scores are kept. Default: ${DEFAULT-VALUE}.")
  private Duration scoreRetention;

  @SuppressWarnings("NullAway.Init") // Has a default, so picocli sets it.
  @Option(
      names = "--dead-letters-retention",
      paramLabel = "DURATION",
      defaultValue = "30d",
      converter = TimeArguments.DurationOption.class,
      description = "How long dead letters wait to be looked at. Default: ${DEFAULT-VALUE}.")
  private Duration deadLetterRetention;

  @Option(
      names = "--dry-run",
      description = "Only print Kafka's commands that would create what is missing.")
  private boolean dryRun;

  private final CommandContext surroundings;

  CreateTopics(CommandContext surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (partitions < 1 || replication < 0 || replication > MAX_REPLICAS) {
      throw new ParameterException(
          spec.commandLine(), "--partitions and --replication-factor must be at least 1");
    }
    TopicPlan plan =
        new TopicPlan(
            partitions,
            replication == 0 ? OptionalInt.empty() : OptionalInt.of(replication),
            reviewRetention,
            scoreRetention,
            deadLetterRetention);
    Connection connection = surroundings.connection(spec);
    PrintStream out = surroundings.out();
    try (TopicCreation creation = new TopicCreation(connection)) {
      List<PlannedTopic> missing = creation.missing(plan);
      if (missing.isEmpty()) {
        surroundings.err().println("no topic is missing; topics check says whether they will do");
      } else if (dryRun) {
        missing.forEach(topic -> out.println(creation.command(topic)));
      } else {
        creation.create(missing);
        missing.forEach(topic -> out.println(created(topic)));
      }
    }
    return 0;
  }

  private static String created(PlannedTopic topic) {
    Map<String, String> settings = new TreeMap<>(topic.settings());
    return "created topic %s: %d partitions, replication %d, %s"
        .formatted(
            topic.name(),
            topic.partitions(),
            topic.replication(),
            settings.toString().replaceAll("[{}]", ""));
  }
}
