package io.sentimentstreams.app.command;

import io.sentimentstreams.app.config.Connection;
import io.sentimentstreams.app.config.SettingsSources;
import java.io.PrintStream;
import java.time.Clock;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What every command has around it.
 *
 * @param sources where settings come from
 * @param clock what tells the time
 * @param out for what the command is asked for
 * @param err for what is to be known besides
 */
record CommandContext(SettingsSources sources, Clock clock, PrintStream out, PrintStream err) {

  /** How a command that was given its options connects. */
  Connection connection(CommandSpec command) {
    return sources.readConnection(command.commandLine().getParseResult());
  }

  /** The number of partitions of a topic that must be there. */
  static int partitions(Consumer<byte[], byte[]> consumer, String topic) {
    var partitions = consumer.partitionsFor(topic);
    if (partitions == null || partitions.isEmpty()) {
      throw new CommandFailedException(
          "topic %s does not exist; name another, or create it: java -jar streams-app.jar topics create"
              .formatted(topic));
    }
    return (int) partitions.stream().map(PartitionInfo::partition).distinct().count();
  }
}
