package io.sentimentstreams.trainer.embedding;

/**
 * Settings for learning word vectors by skip-gram with negative sampling (Mikolov et al., 2013).
 *
 * @param width of a vector, 1 to {@value VectorFile#MAX_WIDTH}
 * @param window maximum distance between a word and the words that it predicts, 1 to 100
 * @param negative negative samples per word, 1 to 100
 * @param sampling subsampling threshold: words with a larger share of all tokens are read less
 *     often, 0 to 1; 0 disables subsampling
 * @param minCount minimum frequency of a word with a vector, at least 1
 * @param run epochs, seed and threads
 */
public record VectorSettings(
    int width, int window, int negative, double sampling, int minCount, Run run) {

  /**
   * Settings of a run.
   *
   * @param epochs passes over the texts, 1 to 10000
   * @param seed of initial vectors and samples
   * @param workers threads, 1 to 1024; only runs with one thread are reproducible
   */
  public record Run(int epochs, long seed, int workers) {

    public Run {
      requireWithin("number of epochs", epochs, 10_000);
      requireWithin("number of workers", workers, 1024);
    }
  }

  public VectorSettings {
    requireWithin("vector width", width, VectorFile.MAX_WIDTH);
    requireWithin("window", window, 100);
    requireWithin("number of negative samples", negative, 100);
    if (!(sampling >= 0 && sampling <= 1)) {
      throw new IllegalArgumentException(
          "Invalid sampling: %s. Use a number from 0 to 1.".formatted(sampling));
    }
    requireWithin("minimum count", minCount, Integer.MAX_VALUE);
  }

  private static void requireWithin(String name, int value, int max) {
    if (value < 1 || value > max) {
      throw new IllegalArgumentException(
          "Invalid %s: %d. Use 1 to %d.".formatted(name, value, max));
    }
  }
}
