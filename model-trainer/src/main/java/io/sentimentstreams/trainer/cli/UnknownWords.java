package io.sentimentstreams.trainer.cli;

import java.util.Locale;

/** What stands where a word is not in the vocabulary. */
enum UnknownWords {
  /** One token for all of them. */
  TOKEN,
  /** Nothing. */
  DROP;

  /** As typed: {@code token}, {@code drop}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
