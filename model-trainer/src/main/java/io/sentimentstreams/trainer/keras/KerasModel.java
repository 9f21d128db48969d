package io.sentimentstreams.trainer.keras;

import io.sentimentstreams.model.network.Model;
import java.util.List;
import java.util.Optional;

/**
 * A model imported from a Keras file.
 *
 * @param model layers with an effect outside of training, with their weights
 * @param steps fixed sequence length, at least 1; empty for a model that accepts any length
 * @param kerasVersion version of Keras that saved the model; {@code unknown} if the file does not
 *     contain it
 * @param trainingOnlyLayers names of the ignored layers, which have no effect outside of training
 * @param notes sentences about differences between the Keras model and the imported one
 * @param predictions form of the outputs of Keras' {@code model.predict}
 * @param sha256 digest of the file, 64 lower-case hexadecimal digits
 */
public record KerasModel(
    Model model,
    Optional<Integer> steps,
    String kerasVersion,
    List<String> trainingOnlyLayers,
    List<String> notes,
    Predictions predictions,
    String sha256) {

  public KerasModel {
    trainingOnlyLayers = List.copyOf(trainingOnlyLayers);
    notes = List.copyOf(notes);
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
