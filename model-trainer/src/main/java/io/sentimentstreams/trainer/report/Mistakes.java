package io.sentimentstreams.trainer.report;

import io.sentimentstreams.model.scoring.ScoredText;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.evaluate.ScoredTexts;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Selection of the wrong decisions with the highest confidence. */
final class Mistakes {

  private static final int MAX_ROWS = 20;
  private static final int MAX_TEXT_LENGTH = 600;

  private Mistakes() {}

  /**
   * A misclassified text.
   *
   * @param id id of the text
   * @param text beginning of the text
   * @param positive whether the text is positive
   * @param score score of the model
   * @param tokens length in tokens
   * @param known number of tokens in the vocabulary
   */
  record Mistake(String id, String text, boolean positive, double score, int tokens, int known) {

    private double distance() {
      return Math.abs(score - (positive ? 1 : 0));
    }
  }

  /**
   * Returns the mistakes in descending order of confidence.
   *
   * @param threshold smallest score of a positive decision
   */
  static List<Mistake> mostConfident(ScoredTexts scored, double threshold) {
    return IntStream.range(0, scored.texts().size())
        .filter(
            i -> scored.scores().get(i).score() >= threshold != scored.texts().get(i).positive())
        .mapToObj(i -> mistake(scored, i))
        .sorted(Comparator.comparingDouble(Mistake::distance).reversed())
        .limit(MAX_ROWS)
        .toList();
  }

  private static Mistake mistake(ScoredTexts scored, int i) {
    LabelledText text = scored.texts().get(i);
    ScoredText score = scored.scores().get(i);
    return new Mistake(
        text.id(),
        beginning(text.text()),
        text.positive(),
        score.score(),
        score.tokens(),
        score.tokens() - score.outOfVocabulary());
  }

  /** Truncates a text between code points. */
  private static String beginning(String text) {
    if (text.codePointCount(0, text.length()) <= MAX_TEXT_LENGTH) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, MAX_TEXT_LENGTH)) + "…";
  }
}
