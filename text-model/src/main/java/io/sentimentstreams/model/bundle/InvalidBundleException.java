package io.sentimentstreams.model.bundle;

import java.nio.file.Path;

/** A bundle that is not used, because something in it is not as it must be. */
public final class InvalidBundleException extends RuntimeException {

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
    /** Nobody has signed the bundle, though only signed ones are used. */
    UNSIGNED("let its maker sign it: model-trainer sign; or trust anyone: no bundle.trust.key"),
    /** The bundle is not what someone trusted has signed. */
    WRONG_SIGNATURE("copy bundle and signature again from where they were released"),
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

  private static final int MAX_PROBLEM_LENGTH = 300;

  private final Reason reason;

  InvalidBundleException(Path path, Reason reason, String problem) {
    super(message(path, reason, problem));
    this.reason = reason;
  }

  InvalidBundleException(Path path, Reason reason, String problem, Throwable cause) {
    super(message(path, reason, problem), cause);
    this.reason = reason;
  }

  private static String message(Path path, Reason reason, String problem) {
    return "bundle %s rejected: %s; %s".formatted(path, printable(problem), reason.remedy);
  }

  /** What a bundle says is not to write more than a line, nor to command a terminal. */
  private static String printable(String problem) {
    String line = problem.replaceAll("[\\p{Cntrl}\\x80-\\x9f]+", "?");
    return line.length() <= MAX_PROBLEM_LENGTH
        ? line
        : line.substring(0, MAX_PROBLEM_LENGTH) + "...";
  }

  /** What is wrong. */
  public Reason reason() {
    return reason;
  }
}
