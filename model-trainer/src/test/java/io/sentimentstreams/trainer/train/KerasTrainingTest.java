package io.sentimentstreams.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.Tensor;
import io.sentimentstreams.model.scoring.NetworkInput;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.model.scoring.packed.PackedModel;
import io.sentimentstreams.model.scoring.reference.ReferenceScorer;
import io.sentimentstreams.model.scoring.reference.Scorer;
import io.sentimentstreams.model.text.KerasTokenizerJson;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Side;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.trainer.train.PretrainedVectors.Tuning;
import io.sentimentstreams.trainer.train.batch.Example;
import io.sentimentstreams.trainer.train.layer.DropoutMasks;
import io.sentimentstreams.trainer.train.layer.DropoutRates;
import io.sentimentstreams.trainer.train.loss.ClassWeights;
import io.sentimentstreams.trainer.train.loss.LossSum;
import io.sentimentstreams.trainer.train.loss.LossWeights;
import io.sentimentstreams.trainer.train.loss.Objective;
import io.sentimentstreams.trainer.train.optimizer.Clipping;
import io.sentimentstreams.trainer.train.optimizer.Optimizer;
import io.sentimentstreams.trainer.train.optimizer.OptimizerState;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Comparison of small versions of the book's networks with Keras, with padding and without masking:
 * scores before and after training, and weights after training.
 */
class KerasTrainingTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final JsonNode document;
  private final Tokenizer tokenizer;
  private final SequenceSettings sequences;

  KerasTrainingTest() throws IOException {
    try (InputStream file =
            KerasTrainingTest.class.getResourceAsStream("/keras/book-models.json.gz");
        InputStream json = new GZIPInputStream(Objects.requireNonNull(file))) {
      document = MAPPER.readTree(json);
    }
    tokenizer = KerasTokenizerJson.read(document.path("tokenizer").asText());
    sequences = new SequenceSettings(document.path("length").asInt(), Side.PRE, Side.PRE);
  }

  @TestFactory
  Stream<DynamicTest> textsGetTheScoresThatKerasGives() {
    return tests(
        model -> {
          for (String when : List.of("before", "after")) {
            JsonNode state = model.path(when);
            assertScores(model(model, state), state.path("scores"));
          }
        });
  }

  private void assertScores(Model model, JsonNode expected) {
    TextScorer texts = new TextScorer(PackedModel.of(model), tokenizer, sequences);
    NetworkInput input = new NetworkInput(model.network(), tokenizer, sequences);
    Scorer reference = new ReferenceScorer(model);
    assertThat(expected).hasSameSizeAs(document.path("texts"));
    for (int i = 0; i < expected.size(); i++) {
      String text = document.path("texts").path(i).asText();
      int[] ids = input.read(text).ids();
      Offset<Double> close = Offset.offset(1e-5);
      assertThat(texts.score(text).score()).as(text).isCloseTo(expected.path(i).asDouble(), close);
      assertThat(reference.score(ids, ids.length))
          .as(text)
          .isCloseTo(expected.path(i).asDouble(), close);
    }
  }

  @TestFactory
  Stream<DynamicTest> trainingMakesOfWeightsWhatKerasMakesOfThem() {
    return tests(
        model -> {
          Model before = model(model, model.path("before"));
          Model after = model(model, model.path("after"));
          ParameterLayout layout = new ParameterLayout(before.network(), tuning(model));
          float[] parameters = layout.parameters(before);
          train(model, layout, parameters);
          assertThat(parameters)
              .usingComparatorWithPrecision(1e-4f)
              .containsExactly(layout.parameters(after));
        });
  }

  private void train(JsonNode model, ParameterLayout layout, float[] parameters) {
    Replica replica =
        new Replica(layout, DropoutRates.none(), new LossWeights(1, 1), new DropoutMasks());
    OptimizerStep updater =
        new OptimizerStep(settings(), OptimizerState.initial(Optimizer.RMSPROP, layout.size()));
    NetworkInput input = new NetworkInput(layout.network(), tokenizer, sequences);
    List<Example> examples =
        StreamSupport.stream(document.path("training").spliterator(), false)
            .map(
                review ->
                    Example.labelled(
                        input.read(review.path("text").asText()).ids(),
                        review.path("positive").asBoolean()))
            .toList();
    for (int update = 0; update < document.path("updates").asInt(); update++) {
      float[] gradients = new float[layout.size()];
      LossSum loss = new LossSum();
      replica.train(examples, parameters, 1f / examples.size(), gradients, loss);
      assertThat(loss.mean().loss())
          .isCloseTo(model.path("losses").path(update).asDouble(), Offset.offset(1e-5));
      updater.update(parameters, gradients, 1);
    }
  }

  private TrainingSettings settings() {
    return new TrainingSettings(
        new EarlyStopping(1, 1),
        1,
        new OptimizerSettings(
            Optimizer.RMSPROP,
            document.path("learningRate").asDouble(),
            LearningRateSchedule.CONSTANT,
            new Clipping.None()),
        DropoutRates.none(),
        Objective.of(new ClassWeights.Uniform()),
        1,
        1);
  }

  private static Tuning tuning(JsonNode model) {
    return model.path("frozen").asBoolean() ? Tuning.FROZEN : Tuning.FINE_TUNED;
  }

  private Stream<DynamicTest> tests(ThrowingCheck check) {
    assertThat(document.path("models")).hasSize(6);
    return StreamSupport.stream(document.path("models").spliterator(), false)
        .map(model -> DynamicTest.dynamicTest(model.path("name").asText(), () -> check.on(model)));
  }

  /** Results of a network to compare. */
  private interface ThrowingCheck {
    void on(JsonNode model) throws IOException;
  }

  private static Model model(JsonNode model, JsonNode state) throws IOException {
    Network network = MAPPER.treeToValue(model.path("network"), Network.class);
    Map<String, Tensor> weights = new HashMap<>();
    state
        .path("weights")
        .properties()
        .forEach(
            weight ->
                weights.put(
                    weight.getKey(),
                    new Tensor(
                        List.of(
                            MAPPER.convertValue(weight.getValue().path("shape"), Integer[].class)),
                        MAPPER.convertValue(weight.getValue().path("data"), float[].class))));
    return new Model(network, weights);
  }
}
