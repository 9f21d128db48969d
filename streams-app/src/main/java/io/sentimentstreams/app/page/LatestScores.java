package io.sentimentstreams.app.page;

import io.sentimentstreams.app.topology.ScoreListener;
import io.sentimentstreams.schemas.ReviewScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Remembers the scores that were made last. Thread-safe; recording waits for nobody and keeps one
 * small object.
 */
final class LatestScores implements ScoreListener {

  /** How many are remembered. */
  static final int CAPACITY = 20;

  /** Characters of a text that are kept at most. */
  static final int MAX_TEXT_LENGTH = 300;

  private final boolean texts;
  private final AtomicLong next = new AtomicLong();
  private final AtomicReferenceArray<Entry> ring = new AtomicReferenceArray<>(CAPACITY);

  /**
   * A score.
   *
   * @param number of scores before it
   * @param text the beginning of the review's text; empty where texts are not shown
   */
  record Entry(long number, ReviewScore score, Optional<String> text) {}

  /**
   * None yet.
   *
   * @param texts whether texts are remembered
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

  /** The latest scores, the latest first. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < CAPACITY; i++) {
      entries.add(ring.get(i));
    }
    entries.removeIf(Objects::isNull);
    entries.sort(Comparator.comparingLong(Entry::number).reversed());
    return entries;
  }

  /** Cut between characters, not within a pair of surrogates. */
  private static String beginning(String text) {
    if (text.length() <= MAX_TEXT_LENGTH) {
      return text;
    }
    boolean withinPair = Character.isHighSurrogate(text.charAt(MAX_TEXT_LENGTH - 1));
    return text.substring(0, withinPair ? MAX_TEXT_LENGTH - 1 : MAX_TEXT_LENGTH) + "…";
  }
}
