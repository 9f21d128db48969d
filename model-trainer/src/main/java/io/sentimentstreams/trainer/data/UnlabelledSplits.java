package io.sentimentstreams.trainer.data;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Cuts reviews in two between sentences. A judged part says which part of a review a judgement
 * stands on, which the judged whole does not.
 */
public final class UnlabelledSplits {

  private UnlabelledSplits() {}

  /**
   * Each text, followed by its parts.
   *
   * @param times how often each text is cut in two, each time elsewhere; a text with fewer places
   *     between sentences is cut at all of them
   * @param seed draws the places
   */
  public static List<String> withSplits(List<String> texts, int times, long seed) {
    List<String> all = new ArrayList<>();
    Random random = new Random(seed);
    for (String text : texts) {
      all.add(text);
      List<Integer> places = sentenceBoundaries(text);
      Collections.shuffle(places, random);
      for (int place : places.subList(0, Math.min(times, places.size()))) {
        all.add(text.substring(0, place));
        all.add(text.substring(place));
      }
    }
    return all;
  }

  private static List<Integer> sentenceBoundaries(String text) {
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(text);
    List<Integer> places = new ArrayList<>();
    for (int end = sentences.next();
        end != BreakIterator.DONE && end < text.length();
        end = sentences.next()) {
      places.add(end);
    }
    return places;
  }
}
