package io.sentimentstreams.trainer.train;

import io.sentimentstreams.model.file.AtomicFile;
import io.sentimentstreams.model.file.OutputCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Folder with the state of one training after each epoch, from which an interrupted training can
 * resume. The format is described in {@code docs/training.md}.
 */
public final class Checkpoints {

  /** Name of the checkpoint file. */
  public static final String FILE_NAME = "checkpoint.safetensors";

  /** Start of a training. */
  public enum Start {
    /** With the first epoch; an existing checkpoint is ignored. */
    FIRST_EPOCH,
    /** After the last epoch of the checkpoint. */
    RESUMED
  }

  private static final String SAME_SETTINGS =
      "Use the settings and data of the checkpoint, or train without resuming";
  private static final String START_OVER = "Train without resuming, or use another folder";

  private final Path file;
  private final Start start;

  /**
   * Creates a folder of checkpoints.
   *
   * @param folder created when a checkpoint is written
   */
  public Checkpoints(Path folder, Start start) {
    file = folder.resolve(FILE_NAME);
    this.start = start;
  }

  /** Returns whether a training resumes from the checkpoint. */
  boolean isResuming() {
    return start == Start.RESUMED;
  }

  /**
   * Reads the state to resume from.
   *
   * @throws InvalidCheckpointException if the checkpoint is missing, corrupt or of another training
   */
  TrainingState read(CheckpointFormat format, TrainingIdentity identity) {
    try {
      return read(file, format, identity);
    } catch (NoSuchFileException e) {
      throw new InvalidCheckpointException(file, "the file does not exist", START_OVER, e);
    } catch (IOException e) {
      throw new InvalidCheckpointException(file, "not readable: " + e.getMessage(), START_OVER, e);
    }
  }

  private TrainingState read(Path path, CheckpointFormat format, TrainingIdentity identity)
      throws IOException {
    long size = Files.size(path);
    if (size > format.maxSize()) {
      throw new IOException("%d bytes exceed the size for this network".formatted(size));
    }
    byte[] bytes = Files.readAllBytes(path);
    List<String> differences = format.identity(bytes).differences(identity);
    if (!differences.isEmpty()) {
      throw new InvalidCheckpointException(
          file,
          "it belongs to another training (%s)".formatted(String.join("; ", differences)),
          SAME_SETTINGS);
    }
    return format.state(bytes);
  }

  /** Writes a state; the file is replaced atomically. */
  void write(CheckpointFormat format, TrainingIdentity identity, TrainingState state) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      AtomicFile.write(
          file,
          channel -> AtomicFile.writeFully(channel, format.write(identity, state)),
          part -> read(part, format, identity));
    } catch (IOException e) {
      throw OutputCheck.failure(file, e);
    }
  }

  /** Deletes the checkpoint if it exists. */
  public void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot delete checkpoint %s: %s. Check its permissions.".formatted(file, e), e);
    }
  }
}
