package io.sentimentstreams.model.bundle;

import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.scoring.PrefixScorer;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.model.scoring.packed.PackedModel;
import io.sentimentstreams.model.text.TextEncoder;
import io.sentimentstreams.model.text.Tokenizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed to score texts: a network with its weights, the vocabulary that it was trained
 * with, and what is known about both. Immutable and safe for use by several threads.
 */
public final class Bundle {

  private final Manifest manifest;
  private final Tokenizer tokenizer;
  private final Model model;
  private final List<GoldenScore> golden;
  private final Object packing = new Object();

  /** Laid out for the first scorer and shared by all. */
  private @Nullable PackedModel packed;

  /**
   * Puts the parts together.
   *
   * @param manifest what the bundle says of itself
   * @param tokenizer text to token indices
   * @param model the manifest's network with its weights
   * @param golden texts with the scores that they must give
   */
  public Bundle(Manifest manifest, Tokenizer tokenizer, Model model, List<GoldenScore> golden) {
    this.manifest = manifest;
    this.tokenizer = tokenizer;
    this.model = model;
    this.golden = List.copyOf(golden);
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

  /** What the bundle says of itself. */
  public Manifest manifest() {
    return manifest;
  }

  /** Text to token indices. */
  public Tokenizer tokenizer() {
    return tokenizer;
  }

  /** The manifest's network with its weights. */
  public Model model() {
    return model;
  }

  /** Texts with the scores that they must give. */
  public List<GoldenScore> golden() {
    return golden;
  }

  /** A scorer with scratch memory of its own: not thread-safe, one per thread. */
  public TextScorer newScorer() {
    return new TextScorer(packed(), tokenizer, manifest.text());
  }

  /** A scorer of prefixes with scratch memory of its own: not thread-safe, one per thread. */
  public PrefixScorer newPrefixScorer() {
    return new PrefixScorer(packed(), tokenizer, manifest.text());
  }

  private PackedModel packed() {
    synchronized (packing) {
      if (packed == null) {
        packed = PackedModel.of(model);
      }
      return packed;
    }
  }

  /** What turns texts into the network's input. */
  public TextEncoder encoder() {
    return new TextEncoder(tokenizer, manifest.text());
  }
}
