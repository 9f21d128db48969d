package io.sentimentstreams.benchmarks.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts of the shell stand for those of Python, which a machine may lack. */
class PythonPeerIT {

  private static final String SHELL = "/bin/sh";

  private static final Bundle BUNDLE =
      BundleReader.read(Path.of("../models/imdb-default")).bundle();

  @TempDir private Path folder;

  @BeforeEach
  void needsAShell() {
    assumeTrue(Files.isExecutable(Path.of(SHELL)), SHELL + " is not installed");
  }

  @Test
  void whatAScriptPrintsIsItsAnswer() throws IOException {
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
  void aLibraryThatIsNotThereIsNamed() throws IOException {
    PythonPeer.Answer answer = ask("echo 'python has no numpy' >&2; exit 3");

    assertThat(answer.skipped()).contains("python has no numpy");
  }

  @Test
  void aPeerThatFailsIsLeftOutAndSaysWhy() throws IOException {
    PythonPeer.Answer answer = ask("echo first >&2; echo 'no memory' >&2; exit 1");

    assertThat(answer.measured()).isEmpty();
    assertThat(answer.skipped()).contains("it failed: no memory");
  }

  @Test
  void anInterpreterThatIsNotThereIsNamed() {
    PythonPeer peer = new PythonPeer("Keras", "no-such-python", folder.resolve("any"), 1, false);

    assertThat(peer.measure(BUNDLE, new int[][] {{1, 2}}).skipped())
        .hasValueSatisfying(reason -> assertThat(reason).contains("no-such-python", "--python"));
  }

  private PythonPeer.Answer ask(String script) throws IOException {
    Path file = Files.writeString(folder.resolve("script"), script);
    return new PythonPeer("Keras", SHELL, file, 1, false).measure(BUNDLE, new int[][] {{1, 2}});
  }
}
