package io.sentimentstreams.model.scoring.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Dense.Activation;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.GlobalAveragePooling;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.Tensor;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Activations of a dense layer compared with Keras 3.15 in 64-bit floats, which rounds a constant
 * of GELU.
 */
class DenseActivationsTest {

  private static final double[] X = {-8, -2.5, -0.75, 0, 0.25, 1.5, 9};

  @ParameterizedTest
  @CsvSource({
    "ELU, '-0.999664537372, -0.917915001376, -0.527633447259, 0, 0.25, 1.5, 9'",
    "SELU, '-1.75750956422, -1.61378575887, -0.927632015835, 0, 0.262675246839, 1.57605148103,"
        + " 9.4563088862'",
    "SOFTPLUS, '0.000335406372896, 0.0788897342925, 0.386871006115, 0.69314718056,"
        + " 0.825939419879, 1.70141327798, 9.00012340219'",
    "SOFTSIGN, '-0.888888888889, -0.714285714286, -0.428571428571, 0, 0.2, 0.6, 0.9'",
    "SILU, '-0.00268280104373, -0.189645450053, -0.240615975618, 0, 0.140544125221,"
        + " 1.22636171429, 8.99888944882'",
    "GELU, '-4.97677399324e-15, -0.0155241651893, -0.169970517182, 0, 0.149676581007,"
        + " 1.39978919311, 9'",
  })
  void activationsEqualThoseOfKeras(Activation activation, String values) {
    List<String> expected = List.of(values.split(", *", -1));
    for (int i = 0; i < X.length; i++) {
      assertThat(value(activation, X[i]))
          .as("%s of %s", activation, X[i])
          .isCloseTo(Double.parseDouble(expected.get(i)), Offset.offset(1e-8));
    }
  }

  @Test
  void extremeInputsStayFinite() {
    for (Activation activation :
        List.of(
            Activation.ELU,
            Activation.SELU,
            Activation.SOFTPLUS,
            Activation.SOFTSIGN,
            Activation.SILU,
            Activation.GELU)) {
      assertThat(value(activation, 1e5)).as(activation.name()).isFinite().isPositive();
      assertThat(value(activation, -1e5)).as(activation.name()).isFinite().isBetween(-2.0, 0.0);
    }
  }

  private static double value(Activation activation, double x) {
    Dense dense = new Dense("hidden", 1, activation);
    Network network =
        new Network(
            List.of(
                new Embedding("embedding", 1, 1, false),
                new GlobalAveragePooling("mean"),
                dense,
                new Dense("output", 1, Activation.SIGMOID)));
    Tensor one = new Tensor(List.of(1, 1), new float[] {1});
    Tensor zero = new Tensor(List.of(1), new float[1]);
    Model model =
        new Model(
            network,
            Map.of(
                "embedding/embeddings", one,
                "hidden/kernel", one,
                "hidden/bias", zero,
                "output/kernel", one,
                "output/bias", zero));
    DenseStage stage = DenseStage.of(model, dense);
    Sequence input = new Sequence(1);
    input.resize(1);
    input.values()[0] = x;
    stage.run(input);
    return stage.output().values()[0];
  }
}
