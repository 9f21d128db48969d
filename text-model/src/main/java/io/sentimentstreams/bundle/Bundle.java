package io.sentimentstreams.bundle;

import io.sentimentstreams.network.Model;
import io.sentimentstreams.scoring.TextScorer;
import io.sentimentstreams.text.TextEncoder;
import io.sentimentstreams.text.Tokenizer;
import java.util.List;

/**
 * All that is needed to score texts: a network with its weights, the vocabulary that it was trained
 * with, and what is known about both. Immutable and safe for use by several threads.
 *
 * @param manifest what the bundle says of itself
 * @param tokenizer text to token indices
 * @param model the manifest's network with its weights
 * @param golden texts with the scores that they must give
 */
public record Bundle(
    Manifest manifest, Tokenizer tokenizer, Model model, List<GoldenScore> golden) {

  public Bundle {
    golden = List.copyOf(golden);
    if (!manifest.network().equals(model.network())) {
      throw new IllegalArgumentException("the model's network is not the manifest's");
    }
    int inputDim = model.network().embedding().inputDim();
    if (tokenizer.indexBound() > inputDim) {
      throw new IllegalArgumentException(
          "the tokenizer gives indices up to %d, the embedding has vectors up to %d"
              .formatted(tokenizer.indexBound() - 1, inputDim - 1));
    }
  }

  /** A scorer with memory of its own: not thread-safe, one per thread. */
  public TextScorer newScorer() {
    return new TextScorer(model, tokenizer, manifest.text());
  }

  /** What turns texts into the network's input. */
  public TextEncoder encoder() {
    return new TextEncoder(tokenizer, manifest.text());
  }
}
