package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Dense.Activation;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A dense layer as typed, such as {@code 32:relu}; {@code 32} means the same.
 *
 * @param units width of its output
 * @param activation its activation
 */
record HiddenLayer(int units, Activation activation) {

  private static final Set<Activation> TRAINABLE =
      EnumSet.of(
          Activation.LINEAR,
          Activation.RELU,
          Activation.TANH,
          Activation.SIGMOID,
          Activation.SOFTMAX);

  /** Returns the layer with a name. */
  Dense layer(String name) {
    return new Dense(name, units, activation);
  }

  private static Activation trainable(String name) {
    Activation activation = Activation.valueOf(name.toUpperCase(Locale.ROOT));
    if (!TRAINABLE.contains(activation)) {
      throw new IllegalArgumentException(name);
    }
    return activation;
  }

  /** Converter of typed layers. */
  static final class Converter implements ITypeConverter<HiddenLayer> {

    @Override
    public HiddenLayer convert(String typed) {
      List<String> parts = List.of(typed.split(":", -1));
      try {
        int units = Integer.parseInt(parts.get(0));
        return new HiddenLayer(
            units, parts.size() == 1 ? Activation.RELU : trainable(parts.get(1)));
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(
            "not a dense layer: '%s'. Give units and activation, such as 32:relu."
                .formatted(typed));
      }
    }
  }
}
