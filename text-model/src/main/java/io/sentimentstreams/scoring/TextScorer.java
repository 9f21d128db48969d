package io.sentimentstreams.scoring;

import io.sentimentstreams.text.EncodedText;
import io.sentimentstreams.text.SequenceSettings;
import io.sentimentstreams.text.Tokenizer;

/**
 * Text in, probability out: tokenizes, cuts or pads to length and runs the network.
 *
 * <p>Not thread-safe: one per thread.
 */
public final class TextScorer {

  private final NetworkInput input;
  private final Scorer scorer;

  /**
   * A scorer of texts.
   *
   * @param model the network and its weights, shared
   * @param tokenizer the vocabulary that the network was trained with
   * @param settings the lengths that it was trained with
   */
  public TextScorer(PackedModel model, Tokenizer tokenizer, SequenceSettings settings) {
    input = new NetworkInput(model.network(), tokenizer, settings);
    scorer = model.newScorer();
  }

  /** Scores one text; one without any token gets the score of the empty sequence. */
  public ScoredText score(String text) {
    EncodedText encoded = input.read(text);
    return new ScoredText(
        scorer.score(encoded.ids(), encoded.ids().length),
        encoded.tokens(),
        encoded.outOfVocabulary(),
        encoded.truncated());
  }
}
