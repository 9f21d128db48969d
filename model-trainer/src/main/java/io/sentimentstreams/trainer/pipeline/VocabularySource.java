package io.sentimentstreams.trainer.pipeline;

import java.util.Locale;

/** Which reviews' words are counted for the vocabulary. Their labels are not looked at. */
public enum VocabularySource {
  /** What is learned from, so that the held-out part stays unseen. */
  TRAIN,
  /** All of the training part, held out or left out by a limit, as the book does. */
  ALL;

  /** As typed: {@code train}, {@code all}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
