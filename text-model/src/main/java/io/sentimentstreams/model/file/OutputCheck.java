package io.sentimentstreams.model.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Check that an output can be written, for use before any work is spent on its content. It creates
 * the file under its temporary name and deletes it again.
 */
public final class OutputCheck {

  private OutputCheck() {}

  /**
   * Checks a file.
   *
   * @param file target, which may exist; its folder must exist
   * @throws UncheckedIOException if it cannot be written, with a message for users
   */
  public static void file(Path file) {
    try (AtomicFile probe = new AtomicFile(file)) {
      probe.channel().force(false);
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  /**
   * Checks a folder. Missing folders are created for the check and deleted after it.
   *
   * @param name of a file that will be written in it
   * @throws UncheckedIOException if it cannot be written, with a message for users
   */
  public static void folder(Path folder, String name) {
    Deque<Path> created = new ArrayDeque<>();
    try {
      try {
        create(folder.toAbsolutePath().normalize(), created);
        file(folder.resolve(name));
      } finally {
        while (!created.isEmpty()) {
          Files.deleteIfExists(created.pop());
        }
      }
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  private static void create(Path folder, Deque<Path> created) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.getParent();
    if (parent != null) {
      create(parent, created);
    }
    Files.createDirectory(folder);
    created.push(folder);
  }

  /** Returns an error in the words that all writers of files use. */
  public static UncheckedIOException failure(Path path, IOException e) {
    return new UncheckedIOException(
        "Cannot write %s: %s. %s.".formatted(path, reason(e), remedy(e)), e);
  }

  /** Returns the reason of an error in words for users, without a full stop. */
  public static String reason(IOException e) {
    if (e instanceof NotDirectoryException missing) {
      return "there is no folder " + missing.getFile();
    }
    if (e instanceof FileAlreadyExistsException other) {
      return other.getFile() + " is not a folder";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "files cannot be created there";
    }
    if (e instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return e.getMessage() == null ? "the output failed" : e.getMessage();
  }

  private static String remedy(IOException e) {
    return e instanceof NotDirectoryException
        ? "Create the folder, or give another path"
        : "Check the path, its permissions and the disk space";
  }
}
