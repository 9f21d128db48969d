package io.sentimentstreams.trainer.report;

import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.evaluate.ScoredTexts;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The texts about which a model was most sure and wrong. */
final class Mistakes {

  private static final int MAX_ROWS = 20;
  private static final int MAX_TEXT_LENGTH = 600;

  private Mistakes() {}

  /**
   * A wrong decision.
   *
   * @param id of the text
   * @param text its beginning
   * @param positive what its author meant
   * @param score what the model said
   * @param tokens how long it is
   */
  record Mistake(String id, String text, boolean positive, double score, int tokens) {

    private double distance() {
      return Math.abs(score - (positive ? 1 : 0));
    }
  }

  /**
   * The worst of them, the worst first.
   *
   * @param threshold the smallest score that says positive
   */
  static List<Mistake> worst(ScoredTexts scored, double threshold) {
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
    return new Mistake(
        text.id(),
        beginning(text.text()),
        text.positive(),
        scored.scores().get(i).score(),
        scored.scores().get(i).tokens());
  }

  /** Cut between code points. */
  private static String beginning(String text) {
    if (text.codePointCount(0, text.length()) <= MAX_TEXT_LENGTH) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, MAX_TEXT_LENGTH)) + "…";
  }
}
