package io.sentimentstreams.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sentimentstreams.trainer.train.layer.DropoutRates;
import io.sentimentstreams.trainer.train.loss.ClassWeights;
import io.sentimentstreams.trainer.train.loss.Objective;
import io.sentimentstreams.trainer.train.optimizer.Clipping;
import io.sentimentstreams.trainer.train.optimizer.Optimizer;
import io.sentimentstreams.trainer.train.optimizer.OptimizerState;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Comparison with Keras' updates from {@code src/test/python/keras_updates.py}. */
class OptimizerStepTest {

  private static final JsonNode FIXTURE = fixture();

  static List<JsonNode> cases() {
    List<JsonNode> cases = new ArrayList<>();
    FIXTURE.path("cases").forEach(cases::add);
    return cases;
  }

  @ParameterizedTest(name = "case {index}")
  @MethodSource("cases")
  void updatesMatchKeras(JsonNode given) {
    float[] parameters = floats(FIXTURE.path("start"));
    TrainingSettings settings = settings(given);
    OptimizerStep updater =
        new OptimizerStep(
            settings, OptimizerState.initial(settings.optimizer(), parameters.length));

    for (int update = 0; update < FIXTURE.path("gradients").size(); update++) {
      updater.update(parameters, floats(FIXTURE.path("gradients").path(update)), 1);

      float[] expected = floats(given.path("values").path(update));
      for (int i = 0; i < parameters.length; i++) {
        assertThat(parameters[i])
            .as("update %d, parameter %d", update, i)
            .isCloseTo(expected[i], within(5e-6f));
      }
    }
  }

  @ParameterizedTest(name = "case {index}")
  @MethodSource("cases")
  void stepIsProportionalToLearningRateShare(JsonNode given) {
    float[] start = floats(FIXTURE.path("start"));
    float[] whole = start.clone();
    float[] half = start.clone();
    TrainingSettings settings = settings(given);
    float[] gradients = floats(FIXTURE.path("gradients").path(0));

    new OptimizerStep(settings, OptimizerState.initial(settings.optimizer(), start.length))
        .update(whole, gradients.clone(), 1);
    new OptimizerStep(settings, OptimizerState.initial(settings.optimizer(), start.length))
        .update(half, gradients.clone(), 0.5);

    for (int i = 0; i < start.length; i++) {
      assertThat(2 * (half[i] - start[i])).isCloseTo(whole[i] - start[i], within(1e-6f));
    }
  }

  private static TrainingSettings settings(JsonNode given) {
    Clipping clipping = new Clipping.None();
    if (given.has("clipNorm")) {
      clipping = new Clipping.ByNorm(given.path("clipNorm").doubleValue());
    } else if (given.has("clipValue")) {
      clipping = new Clipping.ByValue(given.path("clipValue").doubleValue());
    }
    return new TrainingSettings(
        new EarlyStopping(1, 1),
        1,
        new OptimizerSettings(
            given.path("optimizer").asText().equals("adam") ? Optimizer.ADAM : Optimizer.RMSPROP,
            given.path("learningRate").asDouble(0.001),
            LearningRateSchedule.CONSTANT,
            clipping),
        DropoutRates.none(),
        Objective.of(new ClassWeights.Uniform()),
        1,
        1);
  }

  private static float[] floats(JsonNode array) {
    float[] values = new float[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.path(i).floatValue();
    }
    return values;
  }

  private static JsonNode fixture() {
    try (InputStream in = OptimizerStepTest.class.getResourceAsStream("/keras/updates.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new AssertionError("the fixture is part of the tests", e);
    }
  }
}
