package io.sentimentstreams.model.scoring;

import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.text.EncodedText;
import io.sentimentstreams.model.text.Padding;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.TextEncoder;
import io.sentimentstreams.model.text.TextToken;
import io.sentimentstreams.model.text.Tokenizer;
import java.util.List;
import java.util.Optional;

/**
 * Turns texts into what a network reads, in training as in serving: one that masks zeros reads the
 * bare sequence; one that counts them is given as many as Keras would give it. Immutable and safe
 * for use by several threads.
 */
public final class NetworkInput {

  private final TextEncoder encoder;
  private final Optional<Padding> padding;

  /**
   * Texts for a network.
   *
   * @param network whose embedding masks zeros or does not
   * @param tokenizer the vocabulary of the network
   * @param settings its lengths
   */
  public NetworkInput(Network network, Tokenizer tokenizer, SequenceSettings settings) {
    encoder = new TextEncoder(tokenizer, settings);
    padding =
        network.embedding().maskZero()
            ? Optional.empty()
            : Optional.of(
                new Padding(
                    Optional.of(settings.maxLength()),
                    settings.padding(),
                    settings.truncating(),
                    0));
  }

  /**
   * One text.
   *
   * @return its {@code ids} are at most {@code maxLength} and none of them 0 where zeros are
   *     masked; exactly {@code maxLength} where they count
   */
  public EncodedText read(String text) {
    return padded(encoder.encode(text));
  }

  /** As {@link #read(String)}, a text that has these tokens and no other. */
  EncodedText read(List<TextToken> tokens) {
    return padded(encoder.encode(tokens));
  }

  /** The tokens of a text. */
  List<TextToken> tokens(String text) {
    return encoder.indexed(text);
  }

  private EncodedText padded(EncodedText bare) {
    return padding.map(to -> padded(to, bare)).orElse(bare);
  }

  private static EncodedText padded(Padding to, EncodedText bare) {
    int[] ids = to.pad(List.of(bare.ids()))[0];
    return new EncodedText(ids, bare.tokens(), bare.outOfVocabulary(), bare.truncated());
  }
}
