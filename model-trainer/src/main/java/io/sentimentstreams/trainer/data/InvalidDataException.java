package io.sentimentstreams.trainer.data;

import java.nio.file.Path;

/** Invalid input data. The message names the file, the problem and the remedy. */
public final class InvalidDataException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * Creates an exception with the message {@code <path>: <problem>. <remedy>.}
   *
   * @param path the file or folder
   * @param problem what is wrong, with the line or entry
   * @param remedy an instruction without a full stop
   */
  public InvalidDataException(Path path, String problem, String remedy) {
    super("%s: %s. %s.".formatted(path, problem, remedy));
  }

  /** Creates an exception with the cause that the file system or a library reported. */
  public InvalidDataException(Path path, String problem, String remedy, Throwable cause) {
    super("%s: %s. %s.".formatted(path, problem, remedy), cause);
  }
}
