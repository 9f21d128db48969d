package io.sentimentstreams.trainer.embedding;

/**
 * How word vectors are learned: skip-gram with negative sampling (Mikolov et al., 2013).
 *
 * @param width of a vector, 1 to {@value VectorFile#MAX_WIDTH}
 * @param window how far words may be from the word that they are predicted from, at least 1
 * @param negative how many words that were not there each word is told from, at least 1
 * @param sampling words that are more frequent than this share of all are read less often, 0 to 1;
 *     0 reads all
 * @param epochs passes over the texts, at least 1
 * @param minCount words that are rarer get no vector, at least 1
 * @param seed of initial vectors and what is drawn
 * @param workers threads; one makes a run repeatable, more do not, at least 1
 */
public record VectorSettings(
    int width,
    int window,
    int negative,
    double sampling,
    int epochs,
    int minCount,
    long seed,
    int workers) {

  public VectorSettings {
    within("the width", width, VectorFile.MAX_WIDTH);
    within("the window", window, 100);
    within("the number of negative samples", negative, 100);
    if (!(sampling >= 0 && sampling <= 1)) {
      throw new IllegalArgumentException("the sampling must be 0 to 1, was " + sampling);
    }
    within("the number of epochs", epochs, 10_000);
    within("the smallest count", minCount, Integer.MAX_VALUE);
    within("the number of workers", workers, 1024);
  }

  private static void within(String what, int value, int largest) {
    if (value < 1 || value > largest) {
      throw new IllegalArgumentException(
          "%s must be 1 to %d, was %d".formatted(what, largest, value));
    }
  }
}
