package io.sentimentstreams.model.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/**
 * A file that appears complete or not at all. The content is written to a sibling file with the
 * suffix {@code .part}, which then replaces the target. A target that is a link stays a link. Not
 * thread-safe.
 */
public final class AtomicFile implements Closeable {

  private static final String SUFFIX = ".part";

  private final Path path;
  private final Path part;
  private final FileChannel channel;

  /** Writer of a file's content. */
  @FunctionalInterface
  public interface Content {

    /** Writes the content; leaves the channel open. */
    void writeTo(FileChannel channel) throws IOException;
  }

  /** Check of a file that was written, before it replaces the target. */
  @FunctionalInterface
  public interface Check {

    /**
     * Reads the file as its users will.
     *
     * @param part the complete file under its temporary name
     * @throws IOException if they cannot use it
     */
    void read(Path part) throws IOException;
  }

  /**
   * Opens an empty file.
   *
   * @param path target; its folder must exist
   * @param attributes of the new file, such as permissions
   * @throws IOException if the target is not a regular file, or the folder cannot be written
   */
  public AtomicFile(Path path, FileAttribute<?>... attributes) throws IOException {
    this.path = target(path);
    part = this.path.resolveSibling(this.path.getFileName() + SUFFIX);
    Files.deleteIfExists(part);
    channel =
        FileChannel.open(
            part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
  }

  /**
   * Returns the file that a path names, with links resolved.
   *
   * @throws IOException if it exists and is not a regular file, or if its folder does not exist
   */
  private static Path target(Path path) throws IOException {
    Path absolute = path.toAbsolutePath();
    Path folder = absolute.getParent();
    if (folder == null || absolute.getFileName() == null) {
      throw new IOException("it is a folder");
    }
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    if (Files.isSymbolicLink(absolute) && Files.exists(absolute)) {
      absolute = absolute.toRealPath();
    }
    boolean special =
        Files.exists(absolute, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(absolute);
    if (special && !Files.isSymbolicLink(absolute)) {
      throw new IOException(
          Files.isDirectory(absolute) ? "it is a folder" : "it is not a regular file");
    }
    return absolute;
  }

  /**
   * Writes a file and replaces the target.
   *
   * @param path target; its folder must exist
   */
  public static void write(Path path, Content content) throws IOException {
    write(path, content, part -> {});
  }

  /**
   * Writes a file, checks it, and replaces the target. After an error the target is as before.
   *
   * @param path target; its folder must exist
   */
  public static void write(Path path, Content content, Check check) throws IOException {
    try (AtomicFile file = new AtomicFile(path)) {
      content.writeTo(file.channel());
      file.commit(check);
    }
  }

  /** Writes bytes and replaces the target. */
  public static void write(Path path, byte[] bytes) throws IOException {
    write(path, channel -> writeFully(channel, bytes));
  }

  /** Writes text in UTF-8 and replaces the target. */
  public static void write(Path path, String text) throws IOException {
    write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes all bytes to a channel. */
  public static void writeFully(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /** Returns the channel that the content is written to. */
  public FileChannel channel() {
    return channel;
  }

  /** Flushes the content to disk and replaces the target. */
  public void commit() throws IOException {
    commit(written -> {});
  }

  /** Flushes the content to disk, checks it and replaces the target. */
  public void commit(Check check) throws IOException {
    channel.force(true);
    channel.close();
    check.read(part);
    Files.move(part, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Deletes the content unless it was committed. */
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(part);
  }
}
