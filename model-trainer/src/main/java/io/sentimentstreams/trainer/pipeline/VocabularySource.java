package io.sentimentstreams.trainer.pipeline;

import java.util.Locale;

/** Reviews whose words are counted for the vocabulary. Labels are not read. */
public enum VocabularySource {
  /** Training reviews only. */
  TRAIN,
  /** The whole train split: also validation reviews, and reviews beyond a limit. */
  ALL;

  /** Returns the name as typed: {@code train} or {@code all}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
