package io.sentimentstreams.model.scoring;

import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.text.EncodedText;
import io.sentimentstreams.model.text.Padding;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.TextEncoder;
import io.sentimentstreams.model.text.TextIndexer;
import io.sentimentstreams.model.text.TextToken;
import java.util.List;
import java.util.Optional;

/**
 * Converter of texts to the input of a network, shared by training and serving. A network that
 * masks zeros reads the sequence without padding. Other networks read it with the padding of Keras,
 * if the tokenizer has a length for it. Immutable and thread-safe.
 */
public final class NetworkInput {

  private final TextEncoder encoder;
  private final Optional<Padding> padding;

  /**
   * Creates a converter.
   *
   * @param network its embedding says whether zeros are masked
   * @param tokenizer vocabulary of the network
   * @param settings length and padding of sequences
   */
  public NetworkInput(Network network, TextIndexer tokenizer, SequenceSettings settings) {
    encoder = new TextEncoder(tokenizer, settings);
    padding =
        network.embedding().maskZero() || !tokenizer.pads()
            ? Optional.empty()
            : Optional.of(
                new Padding(
                    Optional.of(settings.maxLength()),
                    settings.padding(),
                    settings.truncating(),
                    0));
  }

  /**
   * Returns the input for one text.
   *
   * @return with at most {@code maxLength} ids, none of them 0, if zeros are masked or the
   *     tokenizer does not pad; otherwise with exactly {@code maxLength}
   */
  public EncodedText read(String text) {
    return padded(encoder.encode(text));
  }

  /** Like {@link #read(String)}, for a text that consists of these tokens. */
  EncodedText read(List<TextToken> tokens) {
    return padded(encoder.encode(tokens));
  }

  /** Returns the tokens of a text. */
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
