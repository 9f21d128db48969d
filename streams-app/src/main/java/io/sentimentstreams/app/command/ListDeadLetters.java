package io.sentimentstreams.app.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sentimentstreams.app.admin.KafkaClients;
import io.sentimentstreams.app.config.Connection;
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

/** Lists dead letters, each partition's from its oldest on. */
@Command(
    name = "list",
    description = "Lists dead letters, the oldest of each partition first, without their texts.")
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
      description = "List so many at most. Default: ${DEFAULT-VALUE}.")
  private long limit;

  @Option(names = "--json", description = "Print each as a JSON object on a line of its own.")
  private boolean json;

  private final CommandContext surroundings;
  private long listed;

  ListDeadLetters(CommandContext surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    DeadLetterFilter meant = filter.filter(surroundings.clock());
    DeadLetterLines lines =
        json ? new DeadLetterLines.Json(new ObjectMapper()) : new DeadLetterLines.Table();
    Connection connection = surroundings.connection(spec);
    String topic = connection.topics().deadLetter();
    try (var consumer =
        new KafkaClients(connection).consumer(CLIENT, connection.applicationId() + "-list")) {
      CommandContext.partitions(consumer, topic);
      if (!lines.head().isEmpty()) {
        surroundings.out().println(lines.head());
      }
      new DeadLetterTopic(consumer, topic)
          .readFromBeginning(records -> list(records, meant, lines));
    }
    if (listed >= limit) {
      surroundings.err().println("there may be more than " + limit + "; raise --limit");
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
        surroundings.out().println(lines.line(letter));
        listed++;
      }
    }
    return listed < limit;
  }
}
