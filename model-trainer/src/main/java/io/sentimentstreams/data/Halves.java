package io.sentimentstreams.data;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Cuts reviews in two between sentences. A judged half says which part of a review a judgement
 * stands on, which the judged whole does not.
 */
public final class Halves {

  private Halves() {}

  /** Each text, followed by its two halves if it has more than one sentence. */
  public static List<String> added(List<String> texts) {
    return texts.stream().flatMap(text -> Stream.concat(Stream.of(text), of(text))).toList();
  }

  /**
   * The two halves of a text, cut where a sentence ends nearest to its middle; none if none does.
   */
  private static Stream<String> of(String text) {
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(text);
    int middle = text.length() / 2;
    if (middle == 0) {
      return Stream.of();
    }
    int after = sentences.following(middle);
    int before = sentences.preceding(Math.min(middle + 1, text.length()));
    int cut = middle - before <= after - middle ? before : after;
    return cut <= 0 || cut >= text.length()
        ? Stream.of()
        : Stream.of(text.substring(0, cut), text.substring(cut));
  }
}
