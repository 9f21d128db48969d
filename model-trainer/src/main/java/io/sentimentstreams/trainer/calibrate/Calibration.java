package io.sentimentstreams.trainer.calibrate;

import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A straight line that log-odds are put through: {@code scale * z + shift}. Immutable.
 *
 * @param scale above 0; the reciprocal of the temperature
 * @param shift 0 for a temperature alone
 */
public record Calibration(double scale, double shift) {

  /** Leaves every score as it is. */
  public static final Calibration IDENTITY = new Calibration(1, 0);

  private static final double MAX_LOG_ODDS = 40;

  public Calibration {
    if (!(scale > 0 && Double.isFinite(scale) && Double.isFinite(shift))) {
      throw new IllegalArgumentException(
          "a calibration must have a scale above 0 and a finite shift, was %s and %s"
              .formatted(scale, shift));
    }
  }

  /** The number that log-odds are divided by: above 1 for a model that is too sure of itself. */
  public double temperature() {
    return 1 / scale;
  }

  /** The calibrated score of a score in [0, 1]. */
  public double apply(double score) {
    return 1 / (1 + Math.exp(-(scale * logOdds(score) + shift)));
  }

  /** {@code log(p / (1 - p))}, kept to finite numbers where the probability is 0 or 1. */
  static double logOdds(double score) {
    double logOdds = Math.log(score) - Math.log1p(-score);
    return Math.max(-MAX_LOG_ODDS, Math.min(MAX_LOG_ODDS, logOdds));
  }

  /**
   * Folds the line into the last layer, whose sigmoid it stands before: {@code a(x·W + b) + s} is
   * {@code x·(aW) + (ab + s)}. The network stays the same, and scoring costs nothing more.
   */
  public Model applyTo(Model model) {
    List<Layer> layers = model.network().layers();
    Layer last = layers.get(layers.size() - 1);
    if (!(last instanceof Dense)) {
      throw new IllegalArgumentException("only a Dense layer can be calibrated, was " + last);
    }
    Map<String, Tensor> weights = new LinkedHashMap<>(model.weights());
    weights.computeIfPresent(last.name() + "/kernel", (name, kernel) -> line(kernel, 0));
    weights.computeIfPresent(last.name() + "/bias", (name, bias) -> line(bias, shift));
    return new Model(model.network(), weights);
  }

  private Tensor line(Tensor tensor, double offset) {
    float[] data = tensor.data().clone();
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) (scale * data[i] + offset);
    }
    return new Tensor(tensor.shape(), data);
  }
}
