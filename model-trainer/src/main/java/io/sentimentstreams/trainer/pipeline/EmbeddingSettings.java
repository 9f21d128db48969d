package io.sentimentstreams.trainer.pipeline;

import io.sentimentstreams.trainer.embedding.VectorFile;
import io.sentimentstreams.trainer.train.PretrainedVectors.Tuning;

/**
 * Settings of pretrained embeddings.
 *
 * @param file the word vectors
 * @param width numbers in a word vector, at least 1
 * @param tuning whether training changes them
 */
public record EmbeddingSettings(VectorFile file, int width, Tuning tuning) {

  /** Returns file, width and tuning for the provenance. */
  String description() {
    return "%s of width %d, %s".formatted(file.path().getFileName(), width, tuningLabel());
  }

  /** Returns {@code frozen} or {@code fine-tuned}. */
  public String tuningLabel() {
    return switch (tuning) {
      case FROZEN -> "frozen";
      case FINE_TUNED -> "fine-tuned";
    };
  }
}
