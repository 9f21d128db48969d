package io.sentimentstreams.trainer.onnx.importer;

import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.trainer.onnx.importer.symbolic.Columns;
import java.util.Optional;

/** A model of an ONNX file, before its token indices are known. Immutable. */
public final class ImportedOnnx {

  private final Columns logits;
  private final Dense.Activation activation;
  private final OnnxFacts facts;

  ImportedOnnx(Columns logits, Dense.Activation activation, OnnxFacts facts) {
    this.logits = logits;
    this.activation = activation;
    this.facts = facts;
  }

  /**
   * Facts about the file.
   *
   * @param producer program that wrote the file, with its version
   * @param sha256 digest of the file, 64 lower-case hexadecimal digits
   * @param tokens number of vectors in the embedding
   * @param steps fixed sequence length, at least 1; empty for any length
   * @param excludesPadding whether the graph reads lengths or masks padding
   * @param maskedId index that the graph masks; empty if it compares tokens with no index
   */
  public record OnnxFacts(
      String producer,
      String sha256,
      int tokens,
      Optional<Integer> steps,
      boolean excludesPadding,
      Optional<Integer> maskedId) {}

  /** Returns the facts about the file. */
  public OnnxFacts facts() {
    return facts;
  }

  /**
   * Returns the model for a vocabulary.
   *
   * @param rows row of the embedding for each index of the vocabulary, or -1 for zeros
   * @param maskZero whether texts are scored without padding
   * @throws IllegalArgumentException if the network is not valid
   */
  public Model model(int[] rows, boolean maskZero) {
    return NetworkAssembly.model(logits, activation, rows, maskZero);
  }
}
