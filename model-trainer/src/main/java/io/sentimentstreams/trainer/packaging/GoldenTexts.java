package io.sentimentstreams.trainer.packaging;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.GoldenScore;
import io.sentimentstreams.model.scoring.TextScorer;
import java.util.List;

/**
 * Texts whose scores every bundle contains, so that readers can check their own scores: short and
 * long, ordinary and unusual.
 */
public final class GoldenTexts {

  private static final String LONG_PRAISE =
      "From the first scene the camera knows where to look, and the actors know when to be silent. "
          + "The story takes its time, the music never begs, and every small part is well cast. ";

  private static final String LONG_BLAME =
      "The plot starts three times and arrives nowhere, the jokes are older than the cast, and the "
          + "editor must have been asleep. I looked at my watch more often than at the screen. ";

  private static final List<String> ALL =
      List.of(
          "A wonderful film, moving and funny, with the best performances of the year.",
          "Terrible. Boring from start to finish, and badly acted.",
          "Not bad at all; in fact I would watch it again.",
          "I wanted to like it, but the script is a mess and the ending is an insult.",
          "Great book, awful movie.",
          "good",
          "BAD!!! BAD!!! BAD!!!",
          "10/10 would recommend<br /><br />See it with your family.",
          "Ein schöner Film – leise, klug, très émouvant… 素晴らしい 👍",
          "zxqv brrmpf klaatu",
          LONG_PRAISE.repeat(8),
          LONG_BLAME.repeat(20));

  private GoldenTexts() {}

  /** Returns the scores that a bundle gives to the texts. */
  public static List<GoldenScore> scores(Bundle bundle) {
    TextScorer scorer = bundle.newScorer();
    int outputs = bundle.manifest().network().output().units();
    return ALL.stream().map(text -> GoldenScore.of(scorer, outputs, text)).toList();
  }
}
