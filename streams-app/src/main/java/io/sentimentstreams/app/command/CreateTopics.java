package io.sentimentstreams.app.command;

import io.sentimentstreams.app.admin.Connection;
import io.sentimentstreams.app.admin.PlannedTopic;
import io.sentimentstreams.app.admin.TopicCreation;
import io.sentimentstreams.app.admin.TopicPlan;
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

/** The command that creates missing topics. */
@Command(name = "create", description = "Creates missing topics. Existing topics are not changed.")
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
          "Partitions of each topic, an upper bound of the threads that can score. If the input"
              + " topic exists, its number of partitions is used. Default: ${DEFAULT-VALUE}.")
  private int partitions;

  @Option(
      names = "--replication-factor",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Replicas of each partition. Default: 3, or the number of brokers if there are fewer.")
  private int replication;

  @SuppressWarnings("NullAway.Init") // Has a default, so picocli sets it.
  @Option(
      names = "--reviews-retention",
      paramLabel = "DURATION",
      defaultValue = "7d",
      converter = TimeArguments.DurationOption.class,
      description = "Retention of reviews. Default: ${DEFAULT-VALUE}.")
  private Duration reviewRetention;

  @SuppressWarnings("NullAway.Init") // Has a default, so picocli sets it.
  @Option(
      names = "--scores-retention",
      paramLabel = "DURATION",
      defaultValue = "30d",
      converter = TimeArguments.DurationOption.class,
      description = "Retention of scores. Default: ${DEFAULT-VALUE}.")
  private Duration scoreRetention;

  @SuppressWarnings("NullAway.Init") // Has a default, so picocli sets it.
  @Option(
      names = "--dead-letters-retention",
      paramLabel = "DURATION",
      defaultValue = "30d",
      converter = TimeArguments.DurationOption.class,
      description = "Retention of dead letters. Default: ${DEFAULT-VALUE}.")
  private Duration deadLetterRetention;

  @Option(
      names = "--dry-run",
      description = "Print the equivalent kafka-topics.sh commands, and create nothing.")
  private boolean dryRun;

  private final CommandContext context;

  CreateTopics(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (partitions < 1 || replication < 0 || replication > MAX_REPLICAS) {
      throw new ParameterException(
          spec.commandLine(),
          "Invalid --partitions or --replication-factor. Both must be at least 1");
    }
    TopicPlan plan =
        new TopicPlan(
            partitions,
            replication == 0 ? OptionalInt.empty() : OptionalInt.of(replication),
            reviewRetention,
            scoreRetention,
            deadLetterRetention);
    Connection connection = context.connection(spec);
    PrintStream out = context.out();
    try (TopicCreation creation = new TopicCreation(connection)) {
      List<PlannedTopic> missing = creation.missing(plan);
      if (missing.isEmpty()) {
        context.err().println("All topics exist. Use topics check to validate them.");
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
    return "Created topic %s: %d partitions, replication factor %d, %s"
        .formatted(
            topic.name(),
            topic.partitions(),
            topic.replication(),
            settings.toString().replaceAll("[{}]", ""));
  }
}
