package io.sentimentstreams.train;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;

/** Moves parameters against their gradient with ND4J's Adam (Kingma and Ba, 2015). */
final class Updater {

  private final double clipNorm;
  private final GradientUpdater<?> adam;
  private final INDArray gradientArray;
  private final FloatPointer gradientPointer;
  private final float[] step;
  private int iteration;

  Updater(int parameters, double learningRate, double clipNorm) {
    this.clipNorm = clipNorm;
    Adam settings = new Adam(learningRate);
    INDArray state = Nd4j.create(DataType.FLOAT, 1, settings.stateSize(parameters));
    adam = settings.instantiate(state, true);
    gradientArray = Nd4j.create(DataType.FLOAT, 1, parameters);
    gradientPointer = new FloatPointer(gradientArray.data().pointer());
    step = new float[parameters];
  }

  /**
   * Scales the gradient down where it is too long, and updates the parameters.
   *
   * @param rate share of the learning rate that this step is taken with, 0 to 1
   */
  void update(float[] parameters, float[] gradients, double rate) {
    clip(gradients);
    gradientPointer.put(gradients, 0, gradients.length);
    adam.applyUpdater(gradientArray, iteration, 0);
    iteration++;
    gradientPointer.get(step, 0, step.length);
    float share = (float) rate;
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] -= share * step[i];
    }
  }

  private void clip(float[] gradients) {
    double squares = 0;
    for (float gradient : gradients) {
      squares += gradient * gradient;
    }
    double norm = Math.sqrt(squares);
    if (norm > clipNorm) {
      float scale = (float) (clipNorm / norm);
      for (int i = 0; i < gradients.length; i++) {
        gradients[i] *= scale;
      }
    }
  }
}
