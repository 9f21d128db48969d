package io.sentimentstreams.trainer.train;

import io.sentimentstreams.trainer.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder that keeps the state of one training after each epoch, so that it can go on after it was
 * cut off. The format is described in {@code docs/training.md}.
 */
public final class Checkpoints {

  /** What the file is called in its folder. */
  public static final String FILE_NAME = "checkpoint.safetensors";

  /** Where a training begins. */
  public enum Start {
    /** With its first epoch, whatever the folder holds. */
    FIRST_EPOCH,
    /** After the last epoch that the folder's checkpoint knows. */
    RESUMED
  }

  private static final String SAME_SETTINGS =
      "give the settings and data that it was made with, or train without resuming";
  private static final String START_OVER = "train without resuming, or name another folder";

  private final Path file;
  private final Start start;

  /**
   * A folder of checkpoints.
   *
   * @param folder made where it is missing, when there is something to write
   */
  public Checkpoints(Path folder, Start start) {
    file = folder.resolve(FILE_NAME);
    this.start = start;
  }

  /** Whether a training goes on from what {@link #read} gives. */
  boolean isResuming() {
    return start == Start.RESUMED;
  }

  /**
   * Reads what a training goes on from.
   *
   * @throws InvalidCheckpointException if there is none, it is damaged, or of another training
   */
  TrainingState read(CheckpointFormat format, TrainingIdentity identity) {
    try {
      long size = Files.size(file);
      if (size > format.largestSize()) {
        throw new IOException("%d bytes are too many for this network".formatted(size));
      }
      byte[] bytes = Files.readAllBytes(file);
      List<String> differences = format.identity(bytes).differences(identity);
      if (!differences.isEmpty()) {
        throw new InvalidCheckpointException(
            file,
            "it is of another training (%s)".formatted(String.join("; ", differences)),
            SAME_SETTINGS);
      }
      return format.state(bytes);
    } catch (NoSuchFileException e) {
      throw new InvalidCheckpointException(file, "there is none", START_OVER, e);
    } catch (IOException e) {
      throw new InvalidCheckpointException(
          file, "it cannot be read: " + e.getMessage(), START_OVER, e);
    }
  }

  /** Writes a state; the file is replaced as a whole or not at all. */
  void write(CheckpointFormat format, TrainingIdentity identity, TrainingState state) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      AtomicFile.write(
          file,
          channel -> {
            ByteBuffer bytes = ByteBuffer.wrap(format.write(identity, state));
            while (bytes.hasRemaining()) {
              channel.write(bytes);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(
          "checkpoint %s cannot be written (%s); check the path, its permissions and the disk's space"
              .formatted(file, e),
          e);
    }
  }

  /** Removes the checkpoint, if there is one. */
  public void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("checkpoint %s cannot be removed".formatted(file), e);
    }
  }
}
