package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Dense.Activation;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A dense layer as typed: {@code 32:relu}, or {@code 32} for the same.
 *
 * @param units the width of its output
 * @param activation what is applied to each output
 */
record HiddenLayer(int units, Activation activation) {

  /** The layer under a name. */
  Dense layer(String name) {
    return new Dense(name, units, activation);
  }

  /** Reads what was typed. */
  static final class Converter implements ITypeConverter<HiddenLayer> {

    @Override
    public HiddenLayer convert(String typed) {
      List<String> parts = List.of(typed.split(":", -1));
      try {
        int units = Integer.parseInt(parts.get(0));
        return new HiddenLayer(
            units,
            parts.size() == 1
                ? Activation.RELU
                : Activation.valueOf(parts.get(1).toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(
            "'%s' is no dense layer; write its units and its activation, such as 32:relu"
                .formatted(typed));
      }
    }
  }
}
