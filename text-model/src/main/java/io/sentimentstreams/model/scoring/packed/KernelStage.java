package io.sentimentstreams.model.scoring.packed;

/** One step of the forward pass on kernels, wired to its input and its output. Not thread-safe. */
sealed interface KernelStage
    permits EmbeddingStage, KernelRecurrence, MergeStage, KernelPoolingStage, KernelFlattenStage {

  /** Computes the output from what the input holds now. */
  void run();
}
