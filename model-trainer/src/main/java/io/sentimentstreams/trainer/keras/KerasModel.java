package io.sentimentstreams.trainer.keras;

import io.sentimentstreams.model.network.Model;
import java.util.List;
import java.util.Optional;

/**
 * A model that was read from a Keras file.
 *
 * @param model the layers that do something, with their weights
 * @param steps the length of every sequence, at least 1; empty where the model takes any
 * @param kerasVersion the release of Keras that saved it, as far as the file says
 * @param leftOut names of the layers that do nothing but in training
 * @param sha256 of the file, 64 lower-case hexadecimal digits
 */
public record KerasModel(
    Model model,
    Optional<Integer> steps,
    String kerasVersion,
    List<String> leftOut,
    String sha256) {

  public KerasModel {
    leftOut = List.copyOf(leftOut);
  }
}
