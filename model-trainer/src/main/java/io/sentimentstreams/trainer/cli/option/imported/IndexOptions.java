package io.sentimentstreams.trainer.cli.option.imported;

import io.sentimentstreams.model.text.IndexOffsets;
import io.sentimentstreams.model.text.SequenceSettings;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options for indices as in Keras' {@code imdb.load_data}. */
public final class IndexOptions {

  /** Offset from which on {@code load_data} reserves an index for unknown words. */
  private static final int RESERVING = 3;

  private static final int UNKNOWN = 2;

  @Option(
      names = "--start-id",
      paramLabel = "N",
      description =
          "start_char of imdb.load_data: the index before the first word (default: none).")
  private Optional<Integer> startId = Optional.empty();

  @Option(
      names = "--index-from",
      paramLabel = "N",
      description =
          "index_from of imdb.load_data: added to each index of the tokenizer (default: 0).")
  private Optional<Integer> indexFrom = Optional.empty();

  @Option(
      names = "--oov-id",
      paramLabel = "N",
      description =
          "oov_char of imdb.load_data: the index of unknown words (default: the tokenizer's"
              + " oov_token plus --index-from; without an oov_token 2 if --index-from is at least"
              + " 3).")
  private Optional<Integer> oovId = Optional.empty();

  @Option(
      names = "--num-words",
      paramLabel = "N",
      description =
          "num_words of imdb.load_data: words whose index with --index-from is not smaller are"
              + " unknown (default: the number of vectors of the embedding).")
  private Optional<Integer> numWords = Optional.empty();

  /**
   * Returns settings with these indices.
   *
   * @param inputDim number of vectors of the embedding
   * @param hasOovToken whether the tokenizer has an index for unknown words
   * @throws IllegalArgumentException if an index is not possible
   */
  public SequenceSettings in(SequenceSettings settings, int inputDim, boolean hasOovToken) {
    if (!areSet()) {
      return settings;
    }
    int words = numWords.orElse(inputDim);
    check("--num-words", words, 1, Integer.MAX_VALUE);
    int from = indexFrom.orElse(0);
    check("--index-from", from, 0, words - 1);
    startId.ifPresent(id -> check("--start-id", id, 1, words - 1));
    oovId.ifPresent(id -> check("--oov-id", id, 1, words - 1));
    Optional<Integer> unknown =
        oovId.or(() -> hasOovToken || from < RESERVING ? Optional.empty() : Optional.of(UNKNOWN));
    return settings.withOffsets(new IndexOffsets(startId, from, unknown, words));
  }

  private static void check(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be %d to %d, was %d.".formatted(option, least, most, value));
    }
  }

  /** Returns whether an option is set. */
  public boolean areSet() {
    return startId.isPresent()
        || indexFrom.isPresent()
        || oovId.isPresent()
        || numWords.isPresent();
  }
}
