package io.sentimentstreams.app.api;

import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.model.scoring.PrefixScores;
import io.sentimentstreams.model.scoring.ScoredText;
import io.sentimentstreams.model.text.TextToken;
import io.sentimentstreams.schemas.ModelReference;
import java.util.List;

/**
 * The response to {@code POST /v1/score}.
 *
 * @param score P(positive), 0 to 1
 * @param label of the score
 * @param tokens of the text
 * @param words each token; empty if no prefixes were requested
 * @param prefixes the score of each prefix, shortest first; the last one is the whole text
 * @param model that scored
 */
record ScoreAnswer(
    double score,
    String label,
    Counts tokens,
    List<Word> words,
    List<PrefixScores.Prefix> prefixes,
    Model model) {

  /**
   * The token counts of a text.
   *
   * @param count all tokens
   * @param outOfVocabulary tokens that are not in the vocabulary
   * @param truncated tokens beyond the model's maximum length
   */
  record Counts(int count, int outOfVocabulary, int truncated) {}

  /**
   * A token.
   *
   * @param token after normalization
   * @param known whether it is in the vocabulary
   * @param from position in the text of the request, in UTF-16 code units
   * @param to position behind its last character
   */
  record Word(String token, boolean known, int from, int to) {}

  /** The name, version and SHA-256 of a bundle. */
  record Model(String name, String version, String sha256) {}

  private static Word word(TextToken token) {
    return new Word(token.token(), token.known(), token.from(), token.to());
  }

  /** Returns the response for a scored text. */
  static ScoreAnswer of(PrefixScores scored, boolean withPrefixes, ActiveModel model) {
    ScoredText whole = scored.whole();
    ModelReference reference = model.reference();
    return new ScoreAnswer(
        whole.score(),
        model.label(whole.score()).name(),
        new Counts(whole.tokens(), whole.outOfVocabulary(), whole.truncated()),
        withPrefixes ? scored.tokens().stream().map(ScoreAnswer::word).toList() : List.of(),
        withPrefixes ? scored.prefixes() : List.of(),
        new Model(reference.getName(), reference.getVersion(), reference.getSha256()));
  }
}
