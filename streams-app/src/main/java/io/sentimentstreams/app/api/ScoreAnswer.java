package io.sentimentstreams.app.api;

import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.model.scoring.PrefixScores;
import io.sentimentstreams.model.scoring.ScoredText;
import io.sentimentstreams.schemas.ModelReference;
import java.util.List;

/**
 * What {@code POST /v1/score} answers.
 *
 * @param score P(positive), 0 to 1
 * @param label of the score
 * @param tokens of the text
 * @param words each token; none where no prefixes were asked for
 * @param prefixes their scores, the shortest first, the last one the whole text
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
   * Tokens of a text.
   *
   * @param count all of them
   * @param outOfVocabulary those that the vocabulary does not hold
   * @param truncated those that were cut off
   */
  record Counts(int count, int outOfVocabulary, int truncated) {}

  /**
   * A token.
   *
   * @param token as the vocabulary spells it
   * @param known whether the vocabulary holds it
   */
  record Word(String token, boolean known) {}

  /** Name, version and SHA-256 of a bundle. */
  record Model(String name, String version, String sha256) {}

  static ScoreAnswer of(PrefixScores scored, boolean withPrefixes, ActiveModel model) {
    ScoredText whole = scored.whole();
    ModelReference reference = model.reference();
    return new ScoreAnswer(
        whole.score(),
        model.label(whole.score()).name(),
        new Counts(whole.tokens(), whole.outOfVocabulary(), whole.truncated()),
        withPrefixes
            ? scored.tokens().stream().map(each -> new Word(each.token(), each.known())).toList()
            : List.of(),
        withPrefixes ? scored.prefixes() : List.of(),
        new Model(reference.getName(), reference.getVersion(), reference.getSha256()));
  }
}
