package io.sentimentstreams.trainer.vectorize;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that appears whole or not at all: written beside its place and moved there at the end. */
public final class OutputFile implements Closeable {

  private final Path path;
  private final Path unfinished;
  private final SeekableByteChannel channel;

  /**
   * Begins a file.
   *
   * @param path where it appears; its folder must exist
   */
  public OutputFile(Path path) throws IOException {
    this.path = path;
    unfinished = path.resolveSibling(path.getFileName() + ".part");
    channel =
        Files.newByteChannel(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
  }

  /** Where its bytes go. */
  public SeekableByteChannel channel() {
    return channel;
  }

  /** Puts the finished file in its place. */
  public void commit() throws IOException {
    channel.close();
    Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Removes what was written, unless it was committed. */
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(unfinished);
  }
}
