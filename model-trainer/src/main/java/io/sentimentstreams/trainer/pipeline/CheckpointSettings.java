package io.sentimentstreams.trainer.pipeline;

import io.sentimentstreams.trainer.train.Checkpoints;
import java.nio.file.Path;

/**
 * Where the state of a training is kept.
 *
 * @param folder for the checkpoint
 * @param start whether the training goes on from it
 * @param kept whether it stays when the training is over
 */
public record CheckpointSettings(Path folder, Checkpoints.Start start, boolean kept) {}
