package io.sentimentstreams.trainer.train.layer;

/**
 * How much is dropped in training, each the probability of a feature, 0 to below 1. What is dropped
 * of a sequence is dropped at all of its timesteps.
 *
 * @param word a sequence's different tokens, each at all of its places (Gal and Ghahramani, 2016)
 * @param embedding features of the word vectors
 * @param input features that a recurrent layer reads, each layer and direction with its own draw
 *     ({@code dropout} of Keras' recurrent layers)
 * @param recurrent features of the hidden state on their way into the gates of the next timestep
 *     ({@code recurrent_dropout} of Keras)
 * @param output inputs of the last layer
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

  /** Nothing is dropped. */
  public static DropoutRates none() {
    return new DropoutRates(0, 0, 0, 0, 0);
  }

  private static void check(String name, double rate) {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException(
          "the %s dropout must be 0 to below 1, was %s".formatted(name, rate));
    }
  }
}
