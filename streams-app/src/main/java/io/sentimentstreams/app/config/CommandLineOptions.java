package io.sentimentstreams.app.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The settings of a command line. The options are derived from the declarations of the settings.
 *
 * @param file the properties file of {@code --config}, if given
 * @param values texts by the name of the setting
 * @param errors of the command line
 */
public record CommandLineOptions(
    Optional<Path> file, Map<String, String> values, List<ConfigError> errors) {

  static final String CONFIG = "--config";
  private static final String KAFKA = "--kafka";

  public CommandLineOptions {
    values = Map.copyOf(values);
    errors = List.copyOf(errors);
  }

  static CommandLineOptions of(Map<String, String> values) {
    return new CommandLineOptions(Optional.empty(), values, List.of());
  }

  /**
   * Returns the settings of a command line without subcommands.
   *
   * @param groups every setting that may be given
   */
  public static CommandLineOptions parse(List<SettingGroup> groups, String... arguments) {
    CommandSpec spec = CommandSpec.create();
    addTo(spec, groups);
    spec.parser().collectErrors(true).unmatchedArgumentsAllowed(true);
    return of(List.of(new CommandLine(spec).parseArgs(arguments)), groups);
  }

  /**
   * Adds an option for each setting, {@code --kafka} and {@code --config}.
   *
   * @param groups printed in help under a heading each
   */
  public static void addTo(CommandSpec spec, List<SettingGroup> groups) {
    // Picocli warns of an open quote and prints the value, which may be a password.
    CommandLine.tracer().setLevel(CommandLine.TraceLevel.OFF);
    spec.addOption(
        OptionSpec.builder(CONFIG)
            .type(String.class)
            .paramLabel("FILE")
            .description("Properties file with settings.")
            .build());
    spec.addOption(
        OptionSpec.builder(KAFKA)
            .type(Map.class)
            .auxiliaryTypes(String.class, String.class)
            .paramLabel("NAME=VALUE")
            .description("Setting of Kafka's clients, such as security.protocol=SSL. Repeatable.")
            .build());
    for (SettingGroup group : groups) {
      ArgGroupSpec.Builder options =
          ArgGroupSpec.builder().validate(false).heading("%n" + group.title() + ":%n");
      group.settings().forEach(setting -> options.addArg(option(setting)));
      group.families().forEach(family -> options.addArg(option(family)));
      spec.addArgGroup(options.build());
    }
  }

  /**
   * Returns the settings of a parsed command line. An option after a subcommand overrides the same
   * option before it.
   *
   * @param parsed of the program and of each subcommand in turn, with collected errors
   * @param groups every setting that may be given
   */
  public static CommandLineOptions of(List<ParseResult> parsed, List<SettingGroup> groups) {
    Map<String, String> values = new TreeMap<>();
    List<ConfigError> errors = new ArrayList<>();
    Optional<Path> file = Optional.empty();
    for (ParseResult result : parsed) {
      for (SettingGroup group : groups) {
        group.settings().forEach(setting -> addValue(setting, result, values));
        group.families().forEach(family -> addValues(family, result, values, errors));
      }
      result
          .<Map<String, String>>matchedOptionValue(KAFKA, Map.of())
          .forEach((name, value) -> values.put(KafkaPassThrough.PREFIX + name, value));
      Optional<Path> named = file(result, errors);
      file = named.isPresent() ? named : file;
      addErrors(result, errors);
    }
    return new CommandLineOptions(file, values, errors);
  }

  /** Returns what is wrong with a command line, without values that may be secrets. */
  public static String problem(Exception error) {
    if (error instanceof UnmatchedArgumentException unmatched) {
      return "Unknown argument: "
          + String.join(" ", printable(unmatched.getUnmatched()))
          + suggestion(unmatched.getCommandLine().getCommandSpec(), unmatched.getUnmatched());
    }
    if (error instanceof ParameterException parameter
        && parameter.getArgSpec() instanceof OptionSpec option
        && option.longestName().equals(KAFKA)) {
      return KAFKA + " requires NAME=VALUE";
    }
    return String.valueOf(error.getMessage());
  }

  private static String suggestion(CommandSpec command, List<String> unmatched) {
    return Typo.meant(unmatched.get(0), names(command))
        .map(" (did you mean %s?)"::formatted)
        .orElse("");
  }

  private static List<String> names(CommandSpec command) {
    List<String> names = new ArrayList<>(command.subcommands().keySet());
    command.options().forEach(option -> names.add(option.longestName()));
    return names;
  }

  private static Optional<Path> file(ParseResult parsed, List<ConfigError> errors) {
    String text = parsed.matchedOptionValue(CONFIG, "");
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      errors.add(new ConfigError(CONFIG, text, "a path of this system", "Choose another path"));
      return Optional.empty();
    }
  }

  private static void addValue(Setting<?> setting, ParseResult parsed, Map<String, String> values) {
    String option = setting.name().option();
    if (parsed.hasMatchedOption(option)) {
      values.put(setting.name().file(), parsed.<String>matchedOptionValue(option, ""));
    }
  }

  private static void addValues(
      SettingFamily<?> family,
      ParseResult parsed,
      Map<String, String> values,
      List<ConfigError> errors) {
    Set<String> given = new HashSet<>();
    for (String pair : parsed.matchedOptionValue(family.option(), new String[0])) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? "" : pair.substring(0, equals).strip();
      if (name.isEmpty()) {
        errors.add(new ConfigError(family.option(), pair, family.placeholder(), "See --help"));
      } else if (!given.add(name)) {
        errors.add(
            new ConfigError(
                family.option(), pair, "each %s once".formatted(family.part()), "Remove one"));
      } else {
        values.put(family.file(name), pair.substring(equals + 1));
      }
    }
  }

  private static void addErrors(ParseResult parsed, List<ConfigError> errors) {
    for (Exception error : parsed.errors()) {
      errors.add(
          new ConfigError("command line", problem(error), "a value for each option", "See --help"));
    }
    List<String> hidden = printable(parsed.unmatched());
    for (int i = 0; i < hidden.size(); i++) {
      String typed = parsed.unmatched().get(i);
      String remedy =
          Typo.meant(typed, names(parsed.commandSpec()))
              .map("Did you mean %s? See --help"::formatted)
              .orElse("See --help");
      errors.add(new ConfigError("command line", hidden.get(i), "an option or command", remedy));
    }
  }

  /** Hides values of, or after, arguments that look like the name of a secret. */
  private static List<String> printable(List<String> arguments) {
    List<String> printable = new ArrayList<>();
    boolean secretBefore = false;
    for (String argument : arguments) {
      String name = argument.split("[=\\s]", 2)[0];
      boolean secret = KafkaPassThrough.isSecret(name.replace('-', '.'));
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

  private static OptionSpec option(Setting<?> setting) {
    return OptionSpec.builder(setting.name().option())
        .type(String.class)
        .paramLabel("<" + setting.type().name() + ">")
        .description(description(setting))
        .build();
  }

  private static OptionSpec option(SettingFamily<?> family) {
    return OptionSpec.builder(family.option())
        .type(String[].class)
        .paramLabel(family.placeholder())
        .description((family.sentence() + " Repeatable.").replace("%", "%%"))
        .build();
  }

  /** Percent signs are doubled because picocli formats descriptions. */
  private static String description(Setting<?> setting) {
    String end =
        switch (setting.defaultText()) {
          case "required" -> " Required.";
          case "none" -> "";
          default -> " Default: " + setting.defaultText() + ".";
        };
    return (setting.sentence() + end).replace("%", "%%");
  }
}
