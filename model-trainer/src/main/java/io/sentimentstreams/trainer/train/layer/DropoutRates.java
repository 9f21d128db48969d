package io.sentimentstreams.trainer.train.layer;

/**
 * Dropout rates in training, each 0 to below 1. A mask is constant over the timesteps of a
 * sequence.
 *
 * @param word distinct tokens of a sequence, each at all of its positions (Gal and Ghahramani,
 *     2016)
 * @param embedding features of word vectors
 * @param input input features of recurrent layers, with a separate mask per layer and direction
 *     ({@code dropout} of Keras' recurrent layers)
 * @param recurrent features of the hidden state as input of the gates ({@code recurrent_dropout} of
 *     Keras)
 * @param output input features of the last layer
 */
public record DropoutRates(
    double word, double embedding, double input, double recurrent, double output) {

  public DropoutRates {
    check("word", word);
    check("embedding", embedding);
    check("input", input);
    check("recurrent", recurrent);
    check("output", output);
  }

  /** Returns rates without dropout. */
  public static DropoutRates none() {
    return new DropoutRates(0, 0, 0, 0, 0);
  }

  private static void check(String name, double rate) {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException(
          "Invalid %s dropout: %s. Use a number from 0 to below 1.".formatted(name, rate));
    }
  }
}
