package io.sentimentstreams.app.command;

import io.sentimentstreams.app.admin.Connection;
import io.sentimentstreams.app.admin.ConnectionSettings;
import io.sentimentstreams.app.config.CommandLineOptions;
import io.sentimentstreams.app.config.InvalidConfigException;
import io.sentimentstreams.app.config.SettingGroup;
import io.sentimentstreams.app.config.SettingValues;
import io.sentimentstreams.app.config.SettingsSources;
import io.sentimentstreams.app.item.ItemTopics;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The sources and outputs of all commands.
 *
 * @param sources that know every setting
 * @param clock the current time
 * @param out for results
 * @param err for errors and hints
 */
public record CommandContext(
    SettingsSources sources, Clock clock, PrintStream out, PrintStream err) {

  /** The settings that commands for operators read. */
  static final List<SettingGroup> CONNECTION = List.of(ConnectionSettings.GROUP, ItemTopics.GROUP);

  /** Returns the settings on the command line of a command and of those before it. */
  CommandLineOptions options(CommandSpec command) {
    return CommandLineOptions.of(
        chain(command.root().commandLine().getParseResult()), sources.groups());
  }

  /**
   * Returns the connection of a command for operators.
   *
   * @throws InvalidConfigException with every error, if there is one
   */
  Connection connection(CommandSpec command) {
    SettingValues values = sources.read(options(command), CONNECTION);
    ConnectionSettings.check(values, ItemTopics.NAMES);
    values.throwIfInvalid();
    return ConnectionSettings.of(
        values, ItemTopics.of(values).map(ItemTopics::required).orElse(List.of()));
  }

  /** Returns a parse result and those of its subcommands, the outermost first. */
  static List<ParseResult> chain(ParseResult root) {
    List<ParseResult> chain = new ArrayList<>(List.of(root));
    while (chain.get(chain.size() - 1).hasSubcommand()) {
      chain.add(chain.get(chain.size() - 1).subcommand());
    }
    return chain;
  }

  /**
   * Returns the number of partitions of a topic.
   *
   * @throws CommandFailedException if the topic does not exist
   */
  static int partitions(Consumer<byte[], byte[]> consumer, String topic) {
    var partitions = consumer.partitionsFor(topic);
    if (partitions == null || partitions.isEmpty()) {
      throw new CommandFailedException(
          "Topic does not exist: %s. Name another topic, or create it: streams-app.jar topics create."
              .formatted(topic));
    }
    return (int) partitions.stream().map(PartitionInfo::partition).distinct().count();
  }
}
