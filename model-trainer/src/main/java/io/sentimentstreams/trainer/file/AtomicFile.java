package io.sentimentstreams.trainer.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears complete or not at all. The content is written to a sibling file with the
 * suffix {@code .part}, which then replaces the target. Not thread-safe.
 */
public final class AtomicFile implements Closeable {

  private final Path path;
  private final Path part;
  private final FileChannel channel;

  /** Writer of a file's content. */
  @FunctionalInterface
  public interface Content {

    /** Writes the content; leaves the channel open. */
    void writeTo(FileChannel channel) throws IOException;
  }

  /**
   * Opens an empty file.
   *
   * @param path target; its folder must exist
   */
  public AtomicFile(Path path) throws IOException {
    this.path = path;
    part = path.resolveSibling(path.getFileName() + ".part");
    channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
  }

  /**
   * Writes a file and replaces the target.
   *
   * @param path target; its folder must exist
   */
  public static void write(Path path, Content content) throws IOException {
    try (AtomicFile file = new AtomicFile(path)) {
      content.writeTo(file.channel());
      file.commit();
    }
  }

  /** Returns the channel that the content is written to. */
  public FileChannel channel() {
    return channel;
  }

  /** Flushes the content to disk and replaces the target. */
  public void commit() throws IOException {
    channel.force(true);
    channel.close();
    Files.move(part, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Deletes the content unless it was committed. */
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(part);
  }
}
