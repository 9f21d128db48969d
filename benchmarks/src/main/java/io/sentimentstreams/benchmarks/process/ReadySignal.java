package io.sentimentstreams.benchmarks.process;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/** Protocol between a process and its parent: a line when it is ready, and the end of its input. */
public final class ReadySignal {

  /** Start of the line. */
  public static final String LINE = "ready";

  private ReadySignal() {}

  /** Reports readiness. */
  static void report(PrintWriter out, String what) {
    out.println(LINE + " " + what);
  }

  /** Waits until the parent closes the input or exits. */
  static void awaitEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is written; only the end of input matters.
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the input of this process", e);
    }
  }
}
