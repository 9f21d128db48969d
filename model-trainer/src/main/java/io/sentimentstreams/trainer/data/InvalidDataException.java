package io.sentimentstreams.trainer.data;

import java.nio.file.Path;

/** A data set that cannot be read as it is. The message names the place and the remedy. */
public final class InvalidDataException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * Describes what is wrong.
   *
   * @param path the file or folder
   * @param problem what is wrong with it, with the line or entry
   * @param remedy what its owner can do
   */
  public InvalidDataException(Path path, String problem, String remedy) {
    super("%s: %s; %s".formatted(path, problem, remedy));
  }

  /** As above, with what the file system or a library said. */
  public InvalidDataException(Path path, String problem, String remedy, Throwable cause) {
    super("%s: %s; %s".formatted(path, problem, remedy), cause);
  }
}
