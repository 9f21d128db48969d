package io.sentimentstreams.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class QuickstartTest {

  private static final Path HOME = Path.of(System.getProperty("repository.root", ".."));

  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource({
    "--rate=0, 0.0",
    "--rate=NaN, NaN",
    "--rate=Infinity, Infinity",
    "--reviews=0, 0",
    "--warm-up=-1, -1"
  })
  void rejectsInvalidOptions(String option, String value) {
    assertThat(run(option)).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).contains(option.substring(0, option.indexOf('=')), value);
  }

  @Test
  void sendsHardReviewsOrThoseOfAFolder() {
    assertThat(run("--hard", "--data", "folder")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).contains("--hard", "--data");
  }

  @Test
  void namesAMissingModel() {
    assertThat(run("--bundle", "missing.zip")).isEqualTo(CommandLine.ExitCode.SOFTWARE);
    assertThat(err.toString()).contains("missing.zip", "--bundle").hasLineCount(1);
  }

  @Test
  void namesMissingData() {
    assertThat(run("--data", "missing.csv")).isEqualTo(CommandLine.ExitCode.SOFTWARE);
    assertThat(err.toString()).contains("missing.csv", "--data").hasLineCount(1);
  }

  @Test
  void namesALabelThatTheBundleDoesNotHave(@TempDir Path folder) throws IOException {
    Path data = Files.writeString(folder.resolve("data.csv"), "text,label\nA fine film,joy\n");

    assertThat(run("--data", data.toString())).isEqualTo(CommandLine.ExitCode.SOFTWARE);
    assertThat(err.toString())
        .contains(data + ", line 2", "'joy'", "NEGATIVE, POSITIVE")
        .hasLineCount(1);
  }

  private int run(String... arguments) {
    PrintWriter out = new PrintWriter(new StringWriter(), true);
    CommandLine line = Quickstart.commandLine(new Quickstart(HOME, out, 80));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
