package io.sentimentstreams.trainer.keras;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.scoring.reference.ActivationFunctions;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.sample.Agreement;
import io.sentimentstreams.trainer.sample.BundleScores;
import io.sentimentstreams.trainer.sample.InvalidSampleException;
import io.sentimentstreams.trainer.sample.Sample;
import io.sentimentstreams.trainer.sample.SampleFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Comparison of a bundle's scores with sample scores from Keras. Token indices include the padding,
 * as in Keras. Scores of a model whose outputs are logits are logits or probabilities.
 */
public final class KerasSamples {

  private static final String SAME_WEIGHTS =
      "Use the file of the model that computed the scores, and the ids that model.predict received";

  private final Bundle bundle;
  private final double tolerance;
  private final KerasOutput form;
  private final BundleScores scores;
  private final SampleFile file;

  private KerasSamples(Bundle bundle, double tolerance, KerasOutput form, Path file) {
    this.bundle = bundle;
    this.tolerance = tolerance;
    this.form = form;
    scores = new BundleScores(bundle);
    this.file = new SampleFile(file, scores.outputs());
  }

  /**
   * Compares a bundle's scores with a sample file.
   *
   * @param keras the bundle's model, as imported
   * @param file samples with token indices of Keras
   * @throws InvalidDataException if a score differs by more than 1e-5 (more for models that compute
   *     in 16-bit floats), or a line is not a sample
   */
  public static Agreement check(Bundle bundle, KerasModel keras, Path file) {
    double tolerance = keras.predictions().tolerance();
    if (keras.predictions().output() == KerasOutput.PROBABILITIES) {
      return new KerasSamples(bundle, tolerance, KerasOutput.PROBABILITIES, file).compare();
    }
    try {
      return new KerasSamples(bundle, tolerance, KerasOutput.LOGITS, file).compare();
    } catch (InvalidDataException e) {
      try {
        return new KerasSamples(bundle, tolerance, KerasOutput.PROBABILITIES, file).compare();
      } catch (InvalidDataException alsoNoProbabilities) {
        throw e;
      }
    }
  }

  private Agreement compare() {
    return file.compare(this::difference);
  }

  private double difference(Sample sample) {
    List<Double> found = sample.text().map(scores::of).orElseGet(() -> scores.of(sample.indices()));
    double difference = BundleScores.difference(probabilities(sample.scores()), found);
    if (!(difference <= tolerance)) {
      throw new InvalidSampleException(
          sample.difference(found), sample.text().isPresent() ? settings() : SAME_WEIGHTS);
    }
    return difference;
  }

  /** Returns the remedy for a text with another score, which depends on the other texts. */
  private String settings() {
    List<KerasTextSample> texts =
        file.texts(KerasTextSettings.MAX_TEXTS).stream()
            .map(
                each ->
                    new KerasTextSample(each.text().orElseThrow(), probabilities(each.scores())))
            .toList();
    return new KerasTextSettings(bundle, tolerance).remedy(texts);
  }

  private List<Double> probabilities(List<Double> numbers) {
    if (form == KerasOutput.PROBABILITIES) {
      return numbers;
    }
    double[] values = numbers.stream().mapToDouble(Double::doubleValue).toArray();
    if (values.length == 1) {
      return List.of(ActivationFunctions.sigmoid(values[0]));
    }
    ActivationFunctions.softmax(values);
    return Arrays.stream(values).boxed().toList();
  }
}
