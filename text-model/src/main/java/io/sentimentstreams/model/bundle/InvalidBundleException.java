package io.sentimentstreams.model.bundle;

import io.sentimentstreams.model.json.ControlCharacters;
import java.nio.file.Path;

/** Thrown when a bundle cannot be used. The message states the problem and the remedy. */
public final class InvalidBundleException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Kind of problem, with its remedy. */
  public enum Reason {
    /** The file does not exist or cannot be read. */
    UNREADABLE("Specify a bundle's zip file, or the folder that contains its bundle.zip"),
    /** The file or its content is larger than a bundle can be. */
    TOO_LARGE("Use a bundle that model-trainer wrote"),
    /** The file is not a zip, or its entries are not exactly those of a bundle. */
    NOT_A_BUNDLE("Use a bundle that model-trainer wrote"),
    /** A newer release wrote the bundle. */
    NEWER_FORMAT("Upgrade this application"),
    /** A library that the bundle needs is not on the class path. */
    MISSING_LIBRARY("Add the library to the folder lib next to the program's jar"),
    /** The bundle is not signed, but a signature is required. */
    UNSIGNED("Sign it with model-trainer sign, or remove bundle.trust.key to accept any bundle"),
    /** The signature does not match the bundle and a trusted key. */
    WRONG_SIGNATURE("Copy the bundle and its signature again from the place of release"),
    /** A part was changed after it was written. */
    WRONG_CHECKSUM("Copy the bundle again from the place of release"),
    /** A part cannot be parsed, or does not match the others. */
    MALFORMED("Use a bundle that model-trainer wrote"),
    /** The scores of the golden texts differ from those at release. */
    WRONG_SCORES("Do not use this bundle. Train or release it again");

    private final String remedy;

    Reason(String remedy) {
      this.remedy = remedy;
    }
  }

  private static final int MAX_PROBLEM_LENGTH = 300;

  private final Reason reason;
  private final String problem;

  InvalidBundleException(Path path, Reason reason, String problem) {
    super(message(path, reason, problem));
    this.reason = reason;
    this.problem = printable(problem);
  }

  InvalidBundleException(Path path, Reason reason, String problem, Throwable cause) {
    super(message(path, reason, problem), cause);
    this.reason = reason;
    this.problem = printable(problem);
  }

  private static String message(Path path, Reason reason, String problem) {
    return "Invalid bundle %s: %s. %s.".formatted(path, printable(problem), reason.remedy);
  }

  /**
   * Returns the problem as one printable line of limited length, because it can quote the bundle.
   */
  private static String printable(String problem) {
    String line = ControlCharacters.replace(problem);
    return line.length() <= MAX_PROBLEM_LENGTH
        ? line
        : line.substring(0, MAX_PROBLEM_LENGTH) + "...";
  }

  /** Returns the problem without path and remedy. */
  String problem() {
    return problem;
  }

  /** Returns the kind of problem. */
  public Reason reason() {
    return reason;
  }
}
