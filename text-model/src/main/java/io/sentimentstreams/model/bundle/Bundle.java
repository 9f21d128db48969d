package io.sentimentstreams.model.bundle;

import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.scoring.PrefixScorer;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.model.scoring.packed.PackedModel;
import io.sentimentstreams.model.text.TextEncoder;
import io.sentimentstreams.model.text.TextIndexer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Model bundle: a network with its weights, the vocabulary of its training, and a manifest with
 * metadata. Immutable and thread-safe.
 */
public final class Bundle {

  private final Manifest manifest;
  private final TextIndexer tokenizer;
  private final Model model;
  private final List<GoldenScore> golden;
  private final Object packing = new Object();

  /** Packed for the first scorer and shared by all. */
  private @Nullable PackedModel packed;

  /**
   * Creates a bundle.
   *
   * @param manifest metadata
   * @param tokenizer text to token indices
   * @param model the manifest's network with its weights
   * @param golden texts with their expected scores
   * @throws IllegalArgumentException if the parts do not match
   */
  public Bundle(Manifest manifest, TextIndexer tokenizer, Model model, List<GoldenScore> golden) {
    this.manifest = manifest;
    this.tokenizer = tokenizer;
    this.model = model;
    this.golden = List.copyOf(golden);
    if (!manifest.network().equals(model.network())) {
      throw new IllegalArgumentException("the model's network differs from the manifest's");
    }
    tokenizer.requireFits(manifest.text());
    int format = TokenizerPart.formatVersion(tokenizer);
    if (manifest.formatVersion() < format) {
      throw new IllegalArgumentException(
          "the tokenizer needs format version %d, the manifest has %d"
              .formatted(format, manifest.formatVersion()));
    }
    int inputDim = model.network().embedding().inputDim();
    int bound = encoder().indexBound();
    if (bound > inputDim) {
      throw new IllegalArgumentException(
          "the tokenizer has indices up to %d, but the embedding has vectors up to %d"
              .formatted(bound - 1, inputDim - 1));
    }
  }

  /** Returns the metadata. */
  public Manifest manifest() {
    return manifest;
  }

  /** Returns the converter from text to token indices. */
  public TextIndexer tokenizer() {
    return tokenizer;
  }

  /** Returns the manifest's network with its weights. */
  public Model model() {
    return model;
  }

  /** Returns texts with their expected scores. */
  public List<GoldenScore> golden() {
    return golden;
  }

  /** Creates a scorer with scratch memory of its own. Not thread-safe: one per thread. */
  public TextScorer newScorer() {
    return new TextScorer(packed(), tokenizer, manifest.text());
  }

  /**
   * Creates a scorer of prefixes with scratch memory of its own. Not thread-safe: one per thread.
   */
  public PrefixScorer newPrefixScorer() {
    return new PrefixScorer(packed(), tokenizer, manifest.text());
  }

  /** Returns the size of the network in memory, in bytes; the vocabulary is not included. */
  public long networkBytes() {
    return packed().bytes();
  }

  private PackedModel packed() {
    synchronized (packing) {
      if (packed == null) {
        packed = PackedModel.of(model);
      }
      return packed;
    }
  }

  /** Returns the encoder from texts to the network's input. */
  public TextEncoder encoder() {
    return new TextEncoder(tokenizer, manifest.text());
  }
}
