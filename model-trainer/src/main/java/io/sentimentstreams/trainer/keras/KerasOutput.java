package io.sentimentstreams.trainer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Dense.Activation;
import io.sentimentstreams.model.network.Layer;
import java.util.Locale;

/**
 * Output of a Keras model: probabilities, or logits that a loss with {@code from_logits=True}
 * converts in training.
 */
enum KerasOutput {
  /** The last layer has a sigmoid or softmax. */
  PROBABILITIES,
  /** The last layer is linear. */
  LOGITS;

  private static final String LAST =
      "End the model with Dense(1, activation='sigmoid') or Dense(classes, activation='softmax')";

  /**
   * Completes the last layer and returns what it computes in Keras.
   *
   * @param wanted LOGITS if the user says that the outputs are logits
   * @param compilation arguments of {@code compile}
   */
  static KerasOutput complete(KerasAssembly assembly, KerasOutput wanted, JsonNode compilation) {
    Layer last = assembly.last();
    if (!(last instanceof Dense dense)) {
      throw new UnsupportedKerasModelException(
          last == null
              ? "the model has no layers"
              : "the last layer, %s, is no Dense layer".formatted(last.name()),
          LAST);
    }
    boolean saved =
        compilation.path("loss").findValues("from_logits").stream()
            .anyMatch(each -> each.asBoolean(false));
    if (dense.activation() == Activation.LINEAR) {
      requireLogits(dense, wanted == LOGITS || saved);
      Activation activation = dense.units() == 1 ? Activation.SIGMOID : Activation.SOFTMAX;
      assembly.replaceLast(new Dense(dense.name(), dense.units(), activation));
      assembly.note(
          "the outputs are logits%s; scores are their %s"
              .formatted(saved ? " (from_logits in the loss)" : "", named(activation)));
      return LOGITS;
    }
    requireProbabilities(dense);
    if (wanted == LOGITS) {
      throw new UnsupportedKerasModelException(
          "the last layer, %s, applies %s, so its outputs are no logits"
              .formatted(dense.name(), named(dense.activation())),
          "Remove --from-logits");
    }
    if (saved) {
      assembly.note(
          "the loss has from_logits=True although the last layer applies %s; scores are those of"
                  .formatted(named(dense.activation()))
              + " model.predict");
    }
    return PROBABILITIES;
  }

  private static void requireLogits(Dense dense, boolean logits) {
    if (!logits) {
      throw new UnsupportedKerasModelException(
          "%s, so its outputs are no probabilities".formatted(described(dense)),
          "Add --from-logits if the loss had from_logits=True; otherwise end the model with"
              + " Dense(1, activation='sigmoid') or Dense(classes, activation='softmax')");
    }
  }

  private static void requireProbabilities(Dense dense) {
    boolean sigmoid = dense.activation() == Activation.SIGMOID && dense.units() == 1;
    boolean softmax = dense.activation() == Activation.SOFTMAX && dense.units() > 1;
    if (sigmoid || softmax) {
      return;
    }
    String reason = "";
    if (dense.activation() == Activation.SIGMOID) {
      reason = ", whose probabilities do not sum to 1 (several labels per text)";
    } else if (dense.activation() == Activation.SOFTMAX) {
      reason = ", which is always 1";
    }
    throw new UnsupportedKerasModelException(described(dense) + reason, LAST);
  }

  private static String described(Dense dense) {
    return "the last layer, %s (Dense), has %d %s unit%s"
        .formatted(
            dense.name(), dense.units(), named(dense.activation()), dense.units() == 1 ? "" : "s");
  }

  private static String named(Activation activation) {
    return activation.name().toLowerCase(Locale.ROOT);
  }
}
