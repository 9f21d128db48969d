package io.sentimentstreams.app.command;

import io.sentimentstreams.app.admin.Connection;
import io.sentimentstreams.app.admin.TopicLimits;
import io.sentimentstreams.app.admin.TopicValidator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command that checks topics and ACLs as the application does at startup. */
@Command(
    name = "check",
    description =
        "Checks topics and ACLs as the application does at startup. Use the settings and the"
            + " credentials of the application.")
final class CheckTopics implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init") // picocli sets it.
  @Spec
  private CommandSpec spec;

  private final CommandContext context;

  CheckTopics(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Connection connection = context.connection(spec);
    TopicLimits limits = new TopicValidator(connection).run();
    context
        .out()
        .printf(
            "Topics are valid: %s. Maximum record size: %s %d bytes, %s %d bytes.%n",
            String.join(", ", connection.topicNames()),
            connection.topics().scores(),
            limits.scores(),
            connection.topics().deadLetter(),
            limits.deadLetters());
    return 0;
  }
}
