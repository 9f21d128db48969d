package io.sentimentstreams.app.command;

import io.sentimentstreams.app.admin.Connection;
import io.sentimentstreams.app.admin.KafkaClients;
import io.sentimentstreams.app.deadletter.DeadLetter;
import io.sentimentstreams.app.deadletter.DeadLetterTopic;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that shows one dead letter. */
@Command(name = "show", description = "Shows one dead letter with all its headers.")
final class ShowDeadLetter implements Callable<Integer> {

  private static final String CLIENT = "dead-letters-show";
  private static final Pattern PLACE = Pattern.compile("([0-9]{1,9}):([0-9]{1,18})");

  @SuppressWarnings("NullAway.Init") // picocli sets it.
  @Spec
  private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Parameters(
      paramLabel = "PARTITION:OFFSET",
      description = "Position in the dead-letter topic, as printed by dead-letters list.")
  private String place;

  @Option(
      names = "--with-text",
      description =
          "Also print the value, as text and in hexadecimal. It can contain personal data.")
  private boolean withText;

  private final CommandContext context;

  ShowDeadLetter(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Matcher matcher = PLACE.matcher(place);
    if (!matcher.matches()) {
      throw new ParameterException(
          spec.commandLine(),
          "Invalid position: '" + place + "'. Use PARTITION:OFFSET, such as 0:42");
    }
    Connection connection = context.connection(spec);
    String topic = connection.topics().deadLetter();
    try (var consumer =
        new KafkaClients(connection).consumer(CLIENT, connection.applicationId() + "-show")) {
      CommandContext.partitions(consumer, topic);
      DeadLetter letter =
          new DeadLetterTopic(consumer, topic)
              .find(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)))
              .orElseThrow(() -> new CommandFailedException(nothing(topic)));
      show(topic, letter);
    }
    return 0;
  }

  private String nothing(String topic) {
    return "No record at %s of topic %s. Use dead-letters list to see the positions."
        .formatted(place, topic);
  }

  private void show(String topic, DeadLetter letter) {
    PrintStream out = context.out();
    byte[] value = letter.record().value();
    out.println("topic: " + topic);
    out.println("place: " + letter.place());
    out.println("at: " + letter.at());
    out.println("key: " + Printable.bytes(letter.record().key()));
    for (Header header : letter.record().headers()) {
      out.println(
          "header %s: %s".formatted(Printable.text(header.key()), Printable.bytes(header.value())));
    }
    out.println("value: " + (value == null ? "(none)" : value.length + " bytes"));
    if (withText && value != null) {
      out.println("text: " + Printable.text(new String(value, StandardCharsets.UTF_8)));
      out.print(Printable.dump(value));
    }
  }
}
