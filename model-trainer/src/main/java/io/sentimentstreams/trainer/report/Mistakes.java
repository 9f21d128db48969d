package io.sentimentstreams.trainer.report;

import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.model.scoring.ClassifiedText;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.evaluate.ClassifiedTexts;
import io.sentimentstreams.trainer.evaluate.TextDecider;
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
   * @param actual true label
   * @param predicted label that the model prefers
   * @param score P(positive) of two labels, otherwise the probability of the predicted one
   * @param classified probabilities and counts of tokens
   */
  record Mistake(
      String id,
      String text,
      String actual,
      String predicted,
      double score,
      ClassifiedText classified) {

    int tokens() {
      return classified.tokens();
    }

    int known() {
      return classified.tokens() - classified.outOfVocabulary();
    }
  }

  /** Returns the mistakes in descending order of the probability of the predicted label. */
  static List<Mistake> mostConfident(Manifest manifest, ClassifiedTexts texts) {
    TextDecider decider = new TextDecider(manifest);
    return IntStream.range(0, texts.texts().size())
        .filter(i -> decider.preferred(texts.classified().get(i)) != texts.texts().get(i).label())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -confidence(decider, texts.classified().get(i))))
        .limit(MAX_ROWS)
        .map(i -> mistake(manifest, decider, texts, i))
        .toList();
  }

  private static double confidence(TextDecider decider, ClassifiedText classified) {
    return classified.probabilities().get(decider.preferred(classified));
  }

  private static Mistake mistake(
      Manifest manifest, TextDecider decider, ClassifiedTexts texts, int i) {
    LabelledText text = texts.texts().get(i);
    ClassifiedText classified = texts.classified().get(i);
    int predicted = decider.preferred(classified);
    return new Mistake(
        text.id(),
        beginning(text.text()),
        manifest.labels().get(text.label()),
        manifest.labels().get(predicted),
        classified.probabilities().get(manifest.task() == Task.BINARY ? 1 : predicted),
        classified);
  }

  /** Truncates a text between code points. */
  private static String beginning(String text) {
    if (text.codePointCount(0, text.length()) <= MAX_TEXT_LENGTH) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, MAX_TEXT_LENGTH)) + "…";
  }
}
