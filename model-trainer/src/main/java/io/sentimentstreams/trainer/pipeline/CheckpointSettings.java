package io.sentimentstreams.trainer.pipeline;

import io.sentimentstreams.trainer.train.Checkpoints;
import java.nio.file.Path;

/**
 * Settings of checkpoints.
 *
 * @param folder destination of the checkpoint
 * @param start whether the training resumes from it
 * @param kept whether it is kept after the training
 */
public record CheckpointSettings(Path folder, Checkpoints.Start start, boolean kept) {}
