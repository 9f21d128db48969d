package io.sentimentstreams.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sentimentstreams.model.decision.AbstainBand;
import io.sentimentstreams.model.decision.AbstainReason;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  private static final Evaluation EVALUATION =
      new Evaluation(
          Measures.of(List.of(new Prediction(0.75, true), new Prediction(0.5, false)), 0.5),
          new Evaluation.BundleId("small", "2", "ab".repeat(32)),
          new Evaluation.DataId("reviews.csv", "test", "cd".repeat(32), 2),
          1.25,
          3.5);

  @Test
  void jsonHasDocumentedNames() throws IOException {
    JsonNode json = new ObjectMapper().readTree(EVALUATION.toJson());

    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "examples",
            "accuracy",
            "logLoss",
            "auc",
            "f1",
            "precision",
            "recall",
            "calibrationError",
            "confusion",
            "bundle",
            "data",
            "secondsScoring",
            "millisecondsPerReview");
    assertThat(json.at("/accuracy").asDouble()).isEqualTo(0.5);
    assertThat(json.at("/confusion/truePositives").asInt()).isEqualTo(1);
    assertThat(json.at("/confusion/falsePositives").asInt()).isEqualTo(1);
    assertThat(json.at("/confusion/trueNegatives").isInt()).isTrue();
    assertThat(json.at("/confusion/falseNegatives").isInt()).isTrue();
    assertThat(json.at("/bundle/name").asText()).isEqualTo("small");
    assertThat(json.at("/bundle/version").asText()).isEqualTo("2");
    assertThat(json.at("/bundle/sha256").asText()).isEqualTo("ab".repeat(32));
    assertThat(json.at("/data/path").asText()).isEqualTo("reviews.csv");
    assertThat(json.at("/data/split").asText()).isEqualTo("test");
    assertThat(json.at("/data/examples").asInt()).isEqualTo(2);
    assertThat(json.at("/millisecondsPerReview").asDouble()).isEqualTo(3.5);
  }

  @Test
  void textHasAllMetrics() {
    assertThat(EVALUATION.toText())
        .contains("small 2 (sha256 abababababab)", "reviews.csv, test, 2 reviews")
        .contains("accuracy           0.5000", "AUC                1.0000")
        .contains("1.3 s", "3.50 ms");
  }

  @Test
  void textHasMetricsOutsideTheBand() throws IOException {
    List<Prediction> predictions = List.of(new Prediction(0.75, true), new Prediction(0.5, false));
    Evaluation banded =
        new Evaluation(
            EVALUATION.measures(),
            EVALUATION.bundle(),
            EVALUATION.data(),
            1,
            1,
            SelectiveMetrics.of(predictions, new AbstainBand(0.25, 0.75, 0.9, 0.9), 0.5),
            new Answers(1, 1, 2, Map.of(AbstainReason.LOW_CONFIDENCE, 1)));

    assertThat(banded.toText())
        .contains(
            "outside the band   coverage 50.0 %, accuracy 100.0 % (scores below 0.25 or from 0.75)",
            "answered           50.00 % (1 of 2), accuracy 1.0000");
    JsonNode json = new ObjectMapper().readTree(banded.toJson());
    assertThat(json.at("/outsideBand/coverage").asDouble()).isEqualTo(0.5);
    assertThat(json.at("/answers/abstained/LOW_CONFIDENCE").asInt()).isEqualTo(1);
    assertThat(json.at("/outsideBand/precision").asDouble()).isEqualTo(1);
    assertThat(json.at("/outsideBand/positivePrecision").asDouble()).isEqualTo(1);
    assertThat(json.at("/outsideBand/negativePrecision").isNull()).isTrue();
  }

  @Test
  void textReportsUndefinedAuc() {
    Evaluation oneLabel =
        new Evaluation(
            Measures.of(List.of(new Prediction(0.75, true)), 0.5),
            EVALUATION.bundle(),
            EVALUATION.data(),
            1,
            1);

    assertThat(oneLabel.toText()).contains("AUC                undefined");
    assertThat(oneLabel.toJson()).contains("\"auc\" : null");
  }
}
