package io.sentimentstreams.trainer.calibrate;

import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Affine calibration of log-odds: {@code scale * z + shift}. Immutable.
 *
 * @param scale reciprocal of the temperature, above 0
 * @param shift 0 for temperature scaling
 */
public record Calibration(double scale, double shift) {

  /** Calibration that changes no score. */
  public static final Calibration IDENTITY = new Calibration(1, 0);

  private static final double MAX_LOG_ODDS = 40;

  public Calibration {
    if (!(scale > 0 && Double.isFinite(scale) && Double.isFinite(shift))) {
      throw new IllegalArgumentException(
          "Invalid calibration: scale %s, shift %s. Use a finite scale above 0 and a finite shift."
              .formatted(scale, shift));
    }
  }

  /** Returns the divisor of the log-odds; above 1 for an overconfident model. */
  public double temperature() {
    return 1 / scale;
  }

  /** Returns the calibrated score of a score in [0, 1]. */
  public double apply(double score) {
    return 1 / (1 + Math.exp(-(scale * logOdds(score) + shift)));
  }

  /** Returns {@code log(p / (1 - p))}, limited to [-40, 40]. */
  static double logOdds(double score) {
    double logOdds = Math.log(score) - Math.log1p(-score);
    return Math.max(-MAX_LOG_ODDS, Math.min(MAX_LOG_ODDS, logOdds));
  }

  /**
   * Folds the calibration into the weights of the last layer: {@code a(x·W + b) + s} is {@code
   * x·(aW) + (ab + s)}. The architecture and the cost of scoring do not change.
   */
  public Model applyTo(Model model) {
    List<Layer> layers = model.network().layers();
    Layer last = layers.get(layers.size() - 1);
    if (!(last instanceof Dense)) {
      throw new IllegalArgumentException(
          "Last layer cannot be calibrated: %s. Use a Dense layer.".formatted(last));
    }
    Map<String, Tensor> weights = new LinkedHashMap<>(model.weights());
    weights.computeIfPresent(last.name() + "/kernel", (name, kernel) -> affine(kernel, 0));
    weights.computeIfPresent(last.name() + "/bias", (name, bias) -> affine(bias, shift));
    return new Model(model.network(), weights);
  }

  private Tensor affine(Tensor tensor, double offset) {
    float[] data = tensor.data().clone();
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) (scale * data[i] + offset);
    }
    return new Tensor(tensor.shape(), data);
  }
}
