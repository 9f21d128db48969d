package io.sentimentstreams.app.command;

import io.sentimentstreams.app.admin.TopicLimits;
import io.sentimentstreams.app.admin.TopicValidator;
import io.sentimentstreams.app.config.Connection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks the topics as the application does when it starts. */
@Command(
    name = "check",
    description =
        "Checks topics and rights as the application does at start. Give it the application's own"
            + " settings.")
final class CheckTopics implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init") // picocli sets it.
  @Spec
  private CommandSpec spec;

  private final CommandContext surroundings;

  CheckTopics(CommandContext surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Connection connection = surroundings.connection(spec);
    TopicLimits limits = new TopicValidator(connection).run();
    surroundings
        .out()
        .println(
            "topics will do: %s, %s (records of up to %d bytes), %s (up to %d bytes)"
                .formatted(
                    connection.topics().reviews(),
                    connection.topics().scores(),
                    limits.scores(),
                    connection.topics().deadLetter(),
                    limits.deadLetters()));
    return 0;
  }
}
