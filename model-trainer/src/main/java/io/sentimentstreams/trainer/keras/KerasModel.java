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
 * @param trainingOnlyLayers names of the ignored layers, which have no effect outside of training
 * @param sha256 digest of the file, 64 lower-case hexadecimal digits
 * @param vectorization layer that converts texts to indices; empty for a model that reads indices
 */
public record KerasModel(
    Model model,
    Optional<Integer> steps,
    String kerasVersion,
    List<String> trainingOnlyLayers,
    String sha256,
    Optional<TextVectorization> vectorization) {

  public KerasModel {
    trainingOnlyLayers = List.copyOf(trainingOnlyLayers);
  }
}
