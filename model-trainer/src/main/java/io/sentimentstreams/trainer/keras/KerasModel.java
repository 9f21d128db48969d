package io.sentimentstreams.trainer.keras;

import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.text.vectorization.TextVectorization;
import java.util.List;
import java.util.Optional;

/**
 * A model imported from a Keras file.
 *
 * @param model layers with an effect outside of training, with their weights
 * @param steps fixed sequence length, at least 1; empty for a model that accepts any length
 * @param kerasVersion version of Keras that saved the model; {@code unknown} if the file does not
 *     contain it
 * @param translation differences between the Keras model and the imported one
 * @param predictions form of the outputs of Keras' {@code model.predict}
 * @param sha256 digest of the file, 64 lower-case hexadecimal digits
 * @param vectorization layer that converts texts to indices; empty for a model that reads indices
 */
public record KerasModel(
    Model model,
    Optional<Integer> steps,
    String kerasVersion,
    Translation translation,
    Predictions predictions,
    String sha256,
    Optional<TextVectorization> vectorization) {

  /** Returns the names of the ignored layers, which have no effect outside of training. */
  public List<String> trainingOnlyLayers() {
    return translation.trainingOnlyLayers();
  }

  /** Returns sentences about differences between the Keras model and the imported one. */
  public List<String> notes() {
    return translation.notes();
  }

  /**
   * Differences between the Keras model and the imported one.
   *
   * @param trainingOnlyLayers names of the ignored layers, which have no effect outside of training
   * @param notes one sentence for each other difference
   */
  record Translation(List<String> trainingOnlyLayers, List<String> notes) {

    Translation {
      trainingOnlyLayers = List.copyOf(trainingOnlyLayers);
      notes = List.copyOf(notes);
    }
  }

  /**
   * Form of the outputs of Keras' {@code model.predict}.
   *
   * @param output probabilities or logits
   * @param tolerance maximum absolute difference of a probability; larger for models that compute
   *     in 16-bit floats
   */
  record Predictions(KerasOutput output, double tolerance) {}
}
