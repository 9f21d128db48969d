package io.sentimentstreams.trainer.calibrate;

import io.sentimentstreams.model.scoring.ClassifiedText;
import java.util.List;

/**
 * Selection of the largest share of unknown tokens in a text with an answer: the {@value #QUANTILE}
 * quantile of the validation texts, and at least {@value #MIN_SHARE}. Texts like those of the
 * training are answered; texts in another language or of random letters are not.
 */
public final class UnknownShareSelector {

  /** Share that is always accepted. */
  public static final double MIN_SHARE = 0.5;

  /** Quantile of the validation texts whose share is accepted. */
  public static final double QUANTILE = 0.999;

  private static final int DIGITS = 1000;

  private UnknownShareSelector() {}

  /**
   * Returns the share, a multiple of 0.001 from {@value #MIN_SHARE} to 1.
   *
   * @param texts validation texts; those without a known token do not count, because they are never
   *     answered
   */
  public static double of(List<ClassifiedText> texts) {
    double[] shares =
        texts.stream()
            .filter(text -> text.outOfVocabulary() < text.tokens())
            .mapToDouble(text -> (double) text.outOfVocabulary() / text.tokens())
            .sorted()
            .toArray();
    if (shares.length == 0) {
      return MIN_SHARE;
    }
    int rank = (int) Math.ceil(QUANTILE * shares.length);
    double quantile = Math.ceil(shares[rank - 1] * DIGITS) / DIGITS;
    return Math.max(MIN_SHARE, quantile);
  }
}
