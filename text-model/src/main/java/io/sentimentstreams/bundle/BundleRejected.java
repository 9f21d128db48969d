package io.sentimentstreams.bundle;

import java.nio.file.Path;

/** A bundle that is not used, because something in it is not as it must be. */
public final class BundleRejected extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** What is wrong, and what helps. */
  public enum Reason {
    /** There is no such file, or it cannot be read. */
    UNREADABLE("name a bundle's zip file, or the folder that holds its bundle.zip"),
    /** The file or what it holds is larger than a bundle may be. */
    TOO_LARGE("use a bundle that model-trainer wrote"),
    /** The file is no zip, or its entries are not exactly those of a bundle. */
    NOT_A_BUNDLE("use a bundle that model-trainer wrote"),
    /** The bundle was written by a newer release. */
    NEWER_FORMAT("upgrade this application"),
    /** A part is not what was written. */
    WRONG_CHECKSUM("copy the bundle again from where it was released"),
    /** A part cannot be understood, or does not fit the others. */
    MALFORMED("use a bundle that model-trainer wrote"),
    /** The network does not give the scores that it gave when it was released. */
    WRONG_SCORES("do not use this bundle; train or release it again");

    private final String remedy;

    Reason(String remedy) {
      this.remedy = remedy;
    }
  }

  private final Reason reason;

  BundleRejected(Path path, Reason reason, String problem) {
    super(message(path, reason, problem));
    this.reason = reason;
  }

  BundleRejected(Path path, Reason reason, String problem, Throwable cause) {
    super(message(path, reason, problem), cause);
    this.reason = reason;
  }

  private static String message(Path path, Reason reason, String problem) {
    return "bundle %s rejected: %s; %s".formatted(path, problem, reason.remedy);
  }

  /** What is wrong. */
  public Reason reason() {
    return reason;
  }
}
