package io.sentimentstreams.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** The log folders of child processes by test class; prints the logs of a failed test. */
public final class ShowLogsOfFailedTests implements TestWatcher {

  private static final int LINES = 60;

  /** Returns the log file of a child process. */
  static Path log(Class<?> test, String name) {
    return folder(test).resolve(name + ".log");
  }

  @Override
  public void testFailed(ExtensionContext context, Throwable cause) {
    Path folder = folder(context.getRequiredTestClass());
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> logs = Files.list(folder)) {
      for (Path log : logs.sorted().toList()) {
        show(log);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the log folder of a test class. */
  public static Path folder(Class<?> test) {
    return Path.of(System.getProperty("logs.dir"), test.getSimpleName());
  }

  private static void show(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    System.err.println("---- last lines of " + log);
    lines.subList(Math.max(0, lines.size() - LINES), lines.size()).forEach(System.err::println);
  }
}
