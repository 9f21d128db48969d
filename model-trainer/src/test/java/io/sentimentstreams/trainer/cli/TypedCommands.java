package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.Arrays;

/** Runner of commands that keeps the output of the last one. */
final class TypedCommands {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Runs a command that may fail. */
  int run(Object... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return ModelTrainer.run(
        Arrays.stream(args).map(Object::toString).toArray(String[]::new),
        InputStream.nullInputStream(),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        InstantSource.system());
  }

  /** Runs a command that must not fail. */
  String succeed(Object... args) {
    assertThat(run(args)).as(() -> err.toString()).isZero();
    return out();
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }
}
