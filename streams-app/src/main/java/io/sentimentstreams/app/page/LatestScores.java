package io.sentimentstreams.app.page;

import io.sentimentstreams.app.serving.ScoreListener;
import io.sentimentstreams.schemas.ReviewScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** A lock-free ring of the latest scores. Thread-safe. */
final class LatestScores implements ScoreListener {

  /** The number of scores. */
  static final int CAPACITY = 20;

  /** The maximum number of characters of a text. */
  static final int MAX_TEXT_LENGTH = 300;

  private final boolean texts;
  private final AtomicLong next = new AtomicLong();
  private final AtomicReferenceArray<Entry> ring = new AtomicReferenceArray<>(CAPACITY);

  /**
   * A score.
   *
   * @param number of earlier scores
   * @param text the beginning of the review's text; empty if the page does not show texts
   */
  record Entry(long number, ReviewScore score, Optional<String> text) {}

  /**
   * Creates an empty ring.
   *
   * @param texts whether texts are kept
   */
  LatestScores(boolean texts) {
    this.texts = texts;
  }

  @Override
  public void scored(ReviewScore score, String text) {
    long number = next.getAndIncrement();
    ring.set(
        (int) (number % CAPACITY),
        new Entry(number, score, texts ? Optional.of(beginning(text)) : Optional.empty()));
  }

  /** Returns the scores, newest first. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < CAPACITY; i++) {
      entries.add(ring.get(i));
    }
    entries.removeIf(Objects::isNull);
    entries.sort(Comparator.comparingLong(Entry::number).reversed());
    return entries;
  }

  /** Returns the first characters of a text, without half a surrogate pair. */
  private static String beginning(String text) {
    if (text.length() <= MAX_TEXT_LENGTH) {
      return text;
    }
    boolean withinPair = Character.isHighSurrogate(text.charAt(MAX_TEXT_LENGTH - 1));
    return text.substring(0, withinPair ? MAX_TEXT_LENGTH - 1 : MAX_TEXT_LENGTH) + "…";
  }
}
