package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.trainer.embedding.VectorFile;
import io.sentimentstreams.trainer.pipeline.EmbeddingSettings;
import io.sentimentstreams.trainer.train.PretrainedVectors.Tuning;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Pretrained embeddings. */
public final class EmbeddingOptions {

  @Option(
      names = "--pretrained-embeddings",
      paramLabel = "FILE",
      description =
          "Initialize the embedding from a file in the format of GloVe or word2vec (text or binary),"
              + " which can be compressed (.gz, .bz2, .xz, .zst). Words that it does not contain start"
              + " with zeros.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--freeze-embeddings",
      arity = "0..1",
      defaultValue = "false",
      fallbackValue = "true",
      paramLabel = "true|false",
      description = "Do not train the pretrained embeddings (default: ${DEFAULT-VALUE}).")
  private boolean frozen;

  /**
   * Returns the settings if there is a file.
   *
   * @throws IllegalArgumentException if embeddings are frozen without a file
   */
  public Optional<EmbeddingSettings> settings() {
    if (frozen && file.isEmpty()) {
      throw new IllegalArgumentException(
          "--freeze-embeddings needs --pretrained-embeddings. Add it, or remove"
              + " --freeze-embeddings.");
    }
    return file.map(
        path -> {
          VectorFile vectors = new VectorFile(path);
          return new EmbeddingSettings(
              vectors, vectors.width(), frozen ? Tuning.FROZEN : Tuning.FINE_TUNED);
        });
  }
}
