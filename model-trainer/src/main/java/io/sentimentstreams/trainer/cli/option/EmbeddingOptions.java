package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.trainer.embedding.VectorFile;
import io.sentimentstreams.trainer.train.PretrainedVectors.Tuning;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import io.sentimentstreams.trainer.pipeline.EmbeddingSettings;

/** Word vectors that training begins with. */
public final class EmbeddingOptions {

  @Option(
      names = "--pretrained-embeddings",
      paramLabel = "FILE",
      description =
          "Begin with the word vectors of a file in GloVe's text format, which may end in .gz,"
              + " .xz or .zst; words that it does not hold get zeros.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--freeze-embeddings",
      arity = "0..1",
      defaultValue = "false",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Leave the word vectors of --pretrained-embeddings as they are.")
  private boolean frozen;

  /**
   * What was typed, if there is such a file.
   *
   * @throws IllegalArgumentException if there are no vectors to leave as they are
   */
  public Optional<EmbeddingSettings> plan() {
    if (frozen && file.isEmpty()) {
      throw new IllegalArgumentException(
          "there are no word vectors to leave as they are; give --pretrained-embeddings FILE");
    }
    return file.map(
        path -> {
          VectorFile vectors = new VectorFile(path);
          return new EmbeddingSettings(
              vectors, vectors.width(), frozen ? Tuning.FROZEN : Tuning.FINE_TUNED);
        });
  }
}
