package io.sentimentstreams.benchmarks.process;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/** How a process and the one that started it speak: a line when it is ready, an end of input. */
public final class Ready {

  /** What the line begins with. */
  public static final String LINE = "ready";

  private Ready() {}

  /** Says that the work can begin. */
  static void say(PrintWriter out, String what) {
    out.println(LINE + " " + what);
  }

  /** Waits until whoever started this process wants its end, or has ended itself. */
  static void awaitEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is ever written; the end of input is the sign.
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read what ends this process", e);
    }
  }
}
