package io.sentimentstreams.model.scoring.packed;

/**
 * One step of the forward pass on kernels, connected to its input and its output. Not thread-safe.
 */
sealed interface KernelStage
    permits EmbeddingStage, KernelRecurrence, MergeStage, KernelPoolingStage, KernelFlattenStage {

  /** Computes the output from the current input. */
  void run();
}
