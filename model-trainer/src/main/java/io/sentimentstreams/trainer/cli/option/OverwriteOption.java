package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.model.file.OutputCheck;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The rule for existing files, the same in every command: they are replaced only with {@code
 * --overwrite}. The checks run before a command reads its input.
 */
public final class OverwriteOption {

  @Option(names = "--overwrite", description = "Replace existing output files.")
  private boolean overwrite;

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** Returns whether existing files are replaced. */
  public boolean isSet() {
    return overwrite;
  }

  /**
   * Checks that a file can be written.
   *
   * @param file the target
   * @param option name of its option
   * @throws ParameterException if it exists and must not be replaced
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  public void check(Path file, String option) {
    if (!overwrite && Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isDevice(file)) {
      throw new ParameterException(
          spec.commandLine(),
          "%s already exists. Use --overwrite or another %s.".formatted(file, option));
    }
    OutputCheck.file(file);
  }

  private static boolean isDevice(Path file) {
    return !Files.isRegularFile(file); // refused with its own reason
  }

  /**
   * Checks files of one command, which must be different.
   *
   * @throws ParameterException if two paths are the same file
   */
  public void requireDifferent(Iterable<Path> files) {
    Set<Path> seen = new TreeSet<>();
    for (Path file : files) {
      if (!seen.add(file.toAbsolutePath().normalize())) {
        throw new ParameterException(
            spec.commandLine(), "two outputs have the same path: %s. Change one".formatted(file));
      }
    }
  }
}
