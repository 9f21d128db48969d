package io.sentimentstreams.app.command;

import io.sentimentstreams.app.admin.KafkaClients;
import io.sentimentstreams.app.config.Connection;
import io.sentimentstreams.app.deadletter.DeadLetterTopic;
import io.sentimentstreams.app.deadletter.replay.DeadLetterFilter;
import io.sentimentstreams.app.deadletter.replay.Replay;
import io.sentimentstreams.app.deadletter.replay.ReplayPolicy;
import io.sentimentstreams.app.deadletter.replay.ReplaySink;
import io.sentimentstreams.app.deadletter.replay.ReplayStoppedException;
import io.sentimentstreams.app.deadletter.replay.TransactionalReplaySink;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the records of dead letters to their topic again. */
@Command(
    name = "replay",
    description = {
      "Writes the original records of dead letters to the topic of reviews again: the same bytes,"
          + " key, headers, partition and timestamp.",
      "A replay has a name. Run again under its name it goes on where it stopped, however it"
          + " stopped, and replays no dead letter twice."
    })
final class ReplayDeadLetters implements Callable<Integer> {

  private static final String CLIENT = "dead-letters-replay";
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]{1,100}");

  @SuppressWarnings("NullAway.Init") // picocli sets it.
  @Spec
  private CommandSpec spec;

  @Mixin private FilterOptions filter = new FilterOptions();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Replay so many at most. Default: all that there are now.")
  private long limit = Long.MAX_VALUE;

  @Option(
      names = "--attempts-max",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "Refuse what was replayed so often already and came back. Default: ${DEFAULT-VALUE}.")
  private int attemptsMax;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "The name of the replay. Default: made of --reason and --since. Another name begins"
              + " anew.")
  private @Nullable String name;

  @Option(names = "--dry-run", description = "Only say what would be done.")
  private boolean dryRun;

  private final CommandContext surroundings;

  ReplayDeadLetters(CommandContext surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (attemptsMax < 1 || limit < 1) {
      throw new ParameterException(
          spec.commandLine(), "--limit and --attempts-max must be at least 1");
    }
    DeadLetterFilter meant = filter.filter(surroundings.clock());
    String replay = name == null ? filter.name() : name;
    if (!NAME.matcher(replay).matches()) {
      throw new ParameterException(
          spec.commandLine(),
          "--name must be letters, digits, '.', '_' or '-', was '" + replay + "'");
    }
    Connection connection = surroundings.connection(spec);
    KafkaClients clients = new KafkaClients(connection);
    String group = connection.applicationId() + "-replay-" + replay;
    try (Consumer<byte[], byte[]> consumer = clients.consumer(CLIENT, group)) {
      CommandContext.partitions(consumer, connection.topics().deadLetter());
      String reviews = connection.topics().reviews();
      int partitions = CommandContext.partitions(consumer, reviews);
      ReplayPolicy rule = new ReplayPolicy(meant, reviews, partitions, attemptsMax);
      DeadLetterTopic letters = new DeadLetterTopic(consumer, connection.topics().deadLetter());
      if (dryRun) {
        run(new Replay(letters, rule, limit, ReplaySink.none()), group);
        surroundings.out().println("dry run: nothing was written");
        return 0;
      }
      try (var producer = clients.producer(CLIENT, group)) {
        ReplaySink delivery = new TransactionalReplaySink(producer, consumer.groupMetadata());
        run(new Replay(letters, rule, limit, delivery), group);
      }
    }
    return 0;
  }

  private void run(Replay replay, String group) {
    try {
      replay.run();
    } catch (ReplayStoppedException e) {
      surroundings.out().println(replay.report());
      throw e;
    }
    surroundings.out().println(replay.report());
    surroundings.err().println("the place is kept by the consumer group " + group);
  }
}
