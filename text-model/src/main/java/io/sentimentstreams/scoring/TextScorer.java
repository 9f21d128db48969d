package io.sentimentstreams.scoring;

import io.sentimentstreams.text.EncodedText;
import io.sentimentstreams.text.Padding;
import io.sentimentstreams.text.SequenceSettings;
import io.sentimentstreams.text.TextEncoder;
import io.sentimentstreams.text.Tokenizer;
import java.util.List;
import java.util.Optional;

/**
 * Text in, probability out: tokenizes, cuts to length and runs the network. A network that masks
 * zeros reads the bare sequence; one that counts them is given as many as Keras would give it.
 *
 * <p>Not thread-safe: one per thread.
 */
public final class TextScorer {

  private final TextEncoder encoder;
  private final Scorer scorer;
  private final Optional<Padding> padding;

  /**
   * A scorer of texts.
   *
   * @param model the network and its weights, shared
   * @param tokenizer the vocabulary that the network was trained with
   * @param settings the lengths that it was trained with
   */
  public TextScorer(PackedModel model, Tokenizer tokenizer, SequenceSettings settings) {
    encoder = new TextEncoder(tokenizer, settings);
    scorer = model.newScorer();
    padding =
        model.network().embedding().maskZero()
            ? Optional.empty()
            : Optional.of(
                new Padding(
                    Optional.of(settings.maxLength()),
                    settings.padding(),
                    settings.truncating(),
                    0));
  }

  /** Scores one text; one without any token gets the score of the empty sequence. */
  public ScoredText score(String text) {
    EncodedText encoded = encoder.encode(text);
    int[] ids = padding.map(to -> to.pad(List.of(encoded.ids()))[0]).orElse(encoded.ids());
    return new ScoredText(
        scorer.score(ids, ids.length),
        encoded.tokens(),
        encoded.outOfVocabulary(),
        encoded.truncated());
  }
}
