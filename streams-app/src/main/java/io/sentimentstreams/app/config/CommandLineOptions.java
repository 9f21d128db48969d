package io.sentimentstreams.app.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What the command line says. Its options are made from the settings' definition.
 *
 * @param help whether only help is asked for
 * @param version whether only the version is asked for
 * @param file the properties file, if one is named
 * @param values settings by name
 * @param faults what cannot be understood
 */
public record CommandLineOptions(
    boolean help,
    boolean version,
    Optional<Path> file,
    Map<String, String> values,
    List<ConfigError> faults) {

  static final String CONFIG = "--config";
  private static final String HELP = "--help";
  private static final String VERSION = "--version";
  private static final String KAFKA = "--kafka";

  /** Understands a command line as far as it can be understood. */
  public static CommandLineOptions parse(String... arguments) {
    CommandLine commandLine = new CommandLine(spec());
    commandLine.getCommandSpec().parser().collectErrors(true);
    commandLine.setUnmatchedArgumentsAllowed(true);
    ParseResult parsed = commandLine.parseArgs(arguments);
    return of(parsed, SettingsDefinition.keys(), faults(parsed));
  }

  /** Gives a command the options that connect it: a part of the settings, for its usage too. */
  public static void addConnection(CommandSpec spec) {
    addSettings(spec, SettingsDefinition.connectionKeys());
  }

  /** What a command was given by the options of {@link #addConnection}. */
  static CommandLineOptions connection(ParseResult parsed) {
    return of(parsed, SettingsDefinition.connectionKeys(), List.of());
  }

  private static CommandLineOptions of(
      ParseResult parsed, List<ConfigKey> keys, List<ConfigError> faults) {
    Map<String, String> values = new TreeMap<>();
    for (ConfigKey key : keys) {
      String option = new SettingName(key.name).option();
      if (parsed.hasMatchedOption(option)) {
        values.put(key.name, parsed.<String>matchedOptionValue(option, ""));
      }
    }
    parsed
        .<Map<String, String>>matchedOptionValue(KAFKA, Map.of())
        .forEach((name, value) -> values.put(KafkaPassThrough.PREFIX + name, value));
    return new CommandLineOptions(
        parsed.hasMatchedOption(HELP),
        parsed.hasMatchedOption(VERSION),
        Optional.ofNullable(parsed.<String>matchedOptionValue(CONFIG, null)).map(Path::of),
        values,
        faults);
  }

  /** How the command is used, for a terminal of 100 columns. */
  public static String usage() {
    return new CommandLine(spec()).setUsageHelpWidth(100).getUsageMessage();
  }

  private static List<ConfigError> faults(ParseResult parsed) {
    List<ConfigError> faults = new ArrayList<>();
    for (Exception error : parsed.errors()) {
      faults.add(
          new ConfigError(
              "command line", problem(error), "options that each have a value", "see --help"));
    }
    for (String unmatched : printable(parsed.unmatched())) {
      faults.add(
          new ConfigError("command line", unmatched, "an option of this command", "see --help"));
    }
    return faults;
  }

  /** What is wrong with a command line, without what may be a secret on it. */
  public static String problem(Exception error) {
    if (error instanceof UnmatchedArgumentException unmatched) {
      return "unknown: " + String.join(" ", printable(unmatched.getUnmatched()));
    }
    if (error instanceof ParameterException parameter
        && parameter.getArgSpec() instanceof OptionSpec option
        && option.longestName().equals(KAFKA)) {
      return KAFKA + " must be followed by NAME=VALUE";
    }
    return String.valueOf(error.getMessage());
  }

  /** Hides what is given to, or follows, something that sounds like the name of a secret. */
  private static List<String> printable(List<String> arguments) {
    List<String> printable = new ArrayList<>();
    boolean secretBefore = false;
    for (String argument : arguments) {
      String name = argument.split("[=\\s]", 2)[0];
      boolean secret =
          KafkaPassThrough.printable(name.replace('-', '.'), "").equals(KafkaPassThrough.REDACTED);
      if (secretBefore && !argument.startsWith("-")) {
        printable.add(KafkaPassThrough.REDACTED);
      } else if (secret) {
        printable.add(name.equals(argument) ? name : name + "=" + KafkaPassThrough.REDACTED);
      } else {
        printable.add(argument);
      }
      secretBefore = secret;
    }
    return printable;
  }

  private static CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("streams-app");
    spec.usageMessage()
        .description("Scores the sentiment of reviews on Apache Kafka with a recurrent network.")
        .sortOptions(false)
        .footer(
            "",
            "Every setting can also be given by an environment variable (REVIEW_MAX_BYTES) or in"
                + " the file (review.max.bytes=). The command line goes before the environment,"
                + " the environment before the file.",
            "",
            "Commands for operators, each with --help: dead-letters list|show|replay, topics"
                + " create|check.");
    addSettings(spec, SettingsDefinition.keys());
    spec.addOption(
        OptionSpec.builder("-h", HELP).usageHelp(true).description("Shows this help.").build());
    spec.addOption(
        OptionSpec.builder("-V", VERSION)
            .versionHelp(true)
            .description("Shows the version.")
            .build());
    return spec;
  }

  private static void addSettings(CommandSpec spec, List<ConfigKey> keys) {
    for (ConfigKey key : keys) {
      spec.addOption(
          OptionSpec.builder(new SettingName(key.name).option())
              .type(String.class)
              .paramLabel(SettingsReference.typeName(key))
              .description(description(key))
              .build());
    }
    // Picocli would warn of a quote that is left open, and print what may be a password.
    CommandLine.tracer().setLevel(CommandLine.TraceLevel.OFF);
    spec.addOption(
        OptionSpec.builder(KAFKA)
            .type(Map.class)
            .auxiliaryTypes(String.class, String.class)
            .paramLabel("NAME=VALUE")
            .description(
                "A setting of Kafka's own clients, such as security.protocol=SSL. May be repeated.")
            .build());
    spec.addOption(
        OptionSpec.builder(CONFIG)
            .type(String.class)
            .paramLabel("FILE")
            .description("A properties file with settings.")
            .build());
  }

  /** Percent signs are doubled because picocli formats descriptions. */
  private static String description(ConfigKey key) {
    return (key.documentation + " " + SettingsReference.defaultSentence(key)).replace("%", "%%");
  }
}
