package io.sentimentstreams.app.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sentimentstreams.app.admin.Connection;
import io.sentimentstreams.app.admin.KafkaClients;
import io.sentimentstreams.app.deadletter.DeadLetter;
import io.sentimentstreams.app.deadletter.DeadLetterTopic;
import io.sentimentstreams.app.deadletter.replay.DeadLetterFilter;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command that lists dead letters, the oldest of each partition first. */
@Command(
    name = "list",
    description = "Lists dead letters without their texts, the oldest of each partition first.")
final class ListDeadLetters implements Callable<Integer> {

  private static final String CLIENT = "dead-letters-list";

  @SuppressWarnings("NullAway.Init") // picocli sets it.
  @Spec
  private CommandSpec spec;

  @Mixin private FilterOptions filter = new FilterOptions();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "Maximum number of dead letters. Default: ${DEFAULT-VALUE}.")
  private long limit;

  @Option(names = "--json", description = "Print one JSON object per line.")
  private boolean json;

  private final CommandContext context;
  private long listed;

  ListDeadLetters(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    DeadLetterFilter meant = filter.filter(context.clock());
    DeadLetterLines lines =
        json ? new DeadLetterLines.Json(new ObjectMapper()) : new DeadLetterLines.Table();
    Connection connection = context.connection(spec);
    String topic = connection.topics().deadLetter();
    try (var consumer =
        new KafkaClients(connection).consumer(CLIENT, connection.applicationId() + "-list")) {
      CommandContext.partitions(consumer, topic);
      if (!lines.head().isEmpty()) {
        context.out().println(lines.head());
      }
      new DeadLetterTopic(consumer, topic)
          .readFromBeginning(records -> list(records, meant, lines));
    }
    if (listed >= limit) {
      context.err().println("Stopped at --limit " + limit + ". Raise it to see more.");
    }
    return 0;
  }

  private boolean list(
      Iterable<ConsumerRecord<byte[], byte[]>> records,
      DeadLetterFilter meant,
      DeadLetterLines lines) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      DeadLetter letter = new DeadLetter(record);
      if (listed < limit && meant.matches(letter)) {
        context.out().println(lines.line(letter));
        listed++;
      }
    }
    return listed < limit;
  }
}
