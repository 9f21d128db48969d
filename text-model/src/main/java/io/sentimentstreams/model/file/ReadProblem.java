package io.sentimentstreams.model.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.zip.ZipException;

/**
 * Reason why a file cannot be read, in words for users.
 *
 * @param reason clause without a full stop, such as "no such file"
 * @param remedy instruction without a full stop
 */
public record ReadProblem(String reason, String remedy) {

  private static final String CHECK_PATH = "Check the path";
  private static final String CHECK_COMPLETE = "Check that the file is complete";

  /** Returns the problem of an error. Names of Java types never occur in it. */
  public static ReadProblem of(IOException e) {
    if (e instanceof NoSuchFileException || e instanceof NotDirectoryException) {
      return new ReadProblem("no such file", CHECK_PATH);
    }
    if (e instanceof AccessDeniedException) {
      return new ReadProblem("no permission to read the file", "Check its permissions");
    }
    if (e instanceof EOFException) {
      return new ReadProblem("the file is incomplete", CHECK_COMPLETE);
    }
    if (e instanceof ZipException) {
      return new ReadProblem("a damaged or incomplete zip archive", CHECK_COMPLETE);
    }
    if (e instanceof CharacterCodingException) {
      return new ReadProblem("not UTF-8 text", "Convert the file to UTF-8");
    }
    if (e instanceof FileSystemException system) {
      String reason = system.getReason();
      return new ReadProblem(
          reason == null ? "not readable" : "not readable, " + reason, CHECK_PATH);
    }
    String message = e.getMessage();
    return new ReadProblem(
        message == null ? "not readable" : "not readable, " + message,
        "Check the path, and that the file is complete");
  }
}
