package io.sentimentstreams.trainer.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Messages for command lines that cannot be parsed. An unknown option or command is named before
 * anything else, with the name that was probably meant.
 */
final class UsageErrors {

  private UsageErrors() {}

  /** Prints the message, and returns the exit code. */
  static int print(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    command
        .getErr()
        .printf(
            "error: %s See %s --help.%n",
            sentence(message(e)), command.getCommandSpec().qualifiedName());
    return CommandLine.ExitCode.USAGE;
  }

  private static String message(ParameterException e) {
    List<String> unknown = unknown(e);
    if (!unknown.isEmpty()) {
      return unknown(e.getCommandLine().getCommandSpec(), unknown);
    }
    return invalidChoice(e).orElse(String.valueOf(e.getMessage()));
  }

  /** Returns the arguments that no option or parameter matches. */
  private static List<String> unknown(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched.getUnmatched();
    }
    // Picocli reports a missing option first, although a misspelled one is the reason.
    return e instanceof MissingParameterException
        ? e.getCommandLine().getUnmatchedArguments()
        : List.of();
  }

  private static String unknown(CommandSpec command, List<String> arguments) {
    String first = arguments.get(0);
    if (!command.subcommands().isEmpty() && !first.startsWith("-")) {
      return "unknown command '%s'%s"
          .formatted(first, suggestion(first, command.subcommands().keySet()));
    }
    return arguments.stream()
        .filter(each -> each.startsWith("-"))
        .findFirst()
        .map(option -> option.split("=", 2)[0])
        .map(name -> "unknown option '%s'%s".formatted(name, suggestion(name, options(command))))
        .orElseGet(
            () ->
                "unexpected argument '%s'%s"
                    .formatted(first, suggestion("--" + first, options(command))));
  }

  private static List<String> options(CommandSpec command) {
    List<String> names = new ArrayList<>();
    for (OptionSpec option : command.options()) {
      names.addAll(Arrays.asList(option.names()));
    }
    return names;
  }

  private static String suggestion(String typed, Iterable<String> names) {
    return Suggestion.of(typed, names).map(". Did you mean %s?"::formatted).orElse("");
  }

  /** Returns the message for a value that is none of an option's choices. */
  private static Optional<String> invalidChoice(ParameterException e) {
    ArgSpec argument = e.getArgSpec();
    if (argument == null || e.getValue() == null || e instanceof MissingParameterException) {
      return Optional.empty();
    }
    List<String> choices = choices(argument);
    if (choices.isEmpty() || choices.contains(e.getValue().toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    String name =
        argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    return Optional.of(
        "%s must be %s, was '%s'%s"
            .formatted(name, either(choices), e.getValue(), suggestion(e.getValue(), choices)));
  }

  /** Returns the names of an enum, as they are typed. */
  private static List<String> choices(ArgSpec argument) {
    return Stream.concat(Stream.of(argument.type()), Arrays.stream(argument.auxiliaryTypes()))
        .filter(Class::isEnum)
        .findFirst()
        .map(
            type ->
                Arrays.stream(type.getEnumConstants())
                    .map(each -> each.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .toList())
        .orElse(List.of());
  }

  private static String either(List<String> choices) {
    int last = choices.size() - 1;
    return last == 0
        ? choices.get(0)
        : String.join(", ", choices.subList(0, last)) + " or " + choices.get(last);
  }

  private static String sentence(String message) {
    return message.endsWith(".") || message.endsWith("?") ? message : message + ".";
  }
}
