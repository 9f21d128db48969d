package io.sentimentstreams.benchmarks.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Peers as shell scripts, because Python may not be installed. */
class PythonPeerTest {

  private static final String SHELL = "/bin/sh";

  private static final Bundle BUNDLE =
      BundleReader.read(Path.of("../models/imdb-default")).bundle();

  @TempDir private Path folder;

  @BeforeAll
  static void needsAShell() {
    assumeThat(Path.of(SHELL)).as("a shell on this machine").exists();
  }

  @Test
  void theOutputOfAScriptIsParsed() throws IOException {
    PythonPeer.Answer answer =
        ask(
            """
            test -s $1/bundle.zip && test -s $1/ids.i32 || exit 1
            echo '{"how": "one by one", "threads": 1, "seconds": [2.5], "scores": [0.75]}'
            """);

    assertThat(answer.skipped()).isEmpty();
    assertThat(answer.measured())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.how()).isEqualTo("one by one");
              assertThat(one.seconds()).containsExactly(2.5);
              assertThat(one.scores()).containsExactly(0.75);
            });
  }

  @Test
  void theReasonNamesAMissingLibrary() throws IOException {
    PythonPeer.Answer answer = ask("echo 'numpy is missing' >&2; exit 3");

    assertThat(answer.skipped()).contains("numpy is missing");
  }

  @Test
  void aFailedPeerIsSkippedWithAReason() throws IOException {
    PythonPeer.Answer answer = ask("echo first >&2; echo 'no memory' >&2; exit 1");

    assertThat(answer.measured()).isEmpty();
    assertThat(answer.skipped()).contains("it failed: no memory");
  }

  @Test
  void theReasonNamesAMissingInterpreter() {
    PythonPeer peer = new PythonPeer("Keras", "no-such-python", folder.resolve("any"), 1, false);

    assertThat(peer.measure(BUNDLE, new int[][] {{1, 2}}).skipped())
        .hasValueSatisfying(why -> assertThat(why).contains("no-such-python", "--python"));
  }

  private PythonPeer.Answer ask(String script) throws IOException {
    Path file = Files.writeString(folder.resolve("script"), script);
    return new PythonPeer("Keras", SHELL, file, 1, false).measure(BUNDLE, new int[][] {{1, 2}});
  }
}
