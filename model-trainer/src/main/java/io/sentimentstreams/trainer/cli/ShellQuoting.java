package io.sentimentstreams.trainer.cli;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Quoting of command lines for a POSIX shell. */
final class ShellQuoting {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,+@-]+");

  private ShellQuoting() {}

  /** Returns the command line of this program with arguments. */
  static String command(String[] args) {
    return Arrays.stream(args)
        .map(ShellQuoting::word)
        .collect(Collectors.joining(" ", "java -jar model-trainer/target/model-trainer.jar ", ""));
  }

  private static String word(String arg) {
    return PLAIN.matcher(arg).matches() ? arg : "'" + arg.replace("'", "'\\''") + "'";
  }
}
