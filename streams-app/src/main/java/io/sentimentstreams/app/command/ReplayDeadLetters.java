package io.sentimentstreams.app.command;

import io.sentimentstreams.app.admin.Connection;
import io.sentimentstreams.app.admin.KafkaClients;
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

/** The command that writes the records of dead letters to the input topic again. */
@Command(
    name = "replay",
    description = {
      "Writes the original records of dead letters to the input topic again, with the same bytes,"
          + " key, headers, partition and timestamp.",
      "A replay has a name. A second run with the same name continues after the first, even if that"
          + " was killed, and replays no dead letter twice."
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
      description = "Maximum number of dead letters. Default: all that exist now.")
  private long limit = Long.MAX_VALUE;

  @Option(
      names = "--attempts-max",
      paramLabel = "N",
      defaultValue = "3",
      description = "Maximum number of replays of one record. Default: ${DEFAULT-VALUE}.")
  private int attemptsMax;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "Name of the replay. A new name starts from the beginning. Default: derived from"
              + " --reason and --since.")
  private @Nullable String name;

  @Option(names = "--dry-run", description = "Print what would be replayed, and write nothing.")
  private boolean dryRun;

  private final CommandContext context;

  ReplayDeadLetters(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (attemptsMax < 1 || limit < 1) {
      throw new ParameterException(
          spec.commandLine(), "Invalid --limit or --attempts-max. Both must be at least 1");
    }
    DeadLetterFilter meant = filter.filter(context.clock());
    String replay = name == null ? filter.name() : name;
    if (!NAME.matcher(replay).matches()) {
      throw new ParameterException(
          spec.commandLine(),
          "Invalid --name: '" + replay + "'. Use letters, digits, '.', '_' or '-'");
    }
    Connection connection = context.connection(spec);
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
        context.out().println("Dry run: nothing was written.");
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
      context.out().println(replay.report());
      throw e;
    }
    context.out().println(replay.report());
    context.err().println("Progress is stored in the consumer group " + group + ".");
  }
}
