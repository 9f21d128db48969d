package io.sentimentstreams.trainer.pipeline;

import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.trainer.embedding.Coverage;
import io.sentimentstreams.trainer.embedding.VectorFile;
import io.sentimentstreams.trainer.embedding.VocabularyVectors;
import io.sentimentstreams.trainer.train.PretrainedVectors;
import io.sentimentstreams.trainer.train.PretrainedVectors.Tuning;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Word vectors that a training begins with.
 *
 * @param file where they are
 * @param width of a vector
 * @param tuning what training does to them
 */
public record EmbeddingSettings(VectorFile file, int width, Tuning tuning) {

  /**
   * Looks a vocabulary's vectors up.
   *
   * @param tokenizer as it was fitted
   * @param say takes a line on how many there are
   */
  PretrainedVectors read(Tokenizer tokenizer, Consumer<String> say) {
    VocabularyVectors found = VocabularyVectors.of(file, tokenizer);
    Coverage coverage = found.coverage();
    say.accept(
        String.format(
            Locale.ROOT,
            "%d of %d words have vectors of width %d in %s (%.1f %%), %.1f %% of the running"
                + " tokens; %s",
            coverage.foundWords(),
            coverage.words(),
            width,
            file.path(),
            100 * coverage.ofWords(),
            100 * coverage.ofTokens(),
            spelled()));
    return new PretrainedVectors(found.values(), width, tuning);
  }

  /** What training does to them, for people: {@code frozen}. */
  public String spelled() {
    return switch (tuning) {
      case FROZEN -> "frozen";
      case FINE_TUNED -> "fine-tuned";
    };
  }
}
