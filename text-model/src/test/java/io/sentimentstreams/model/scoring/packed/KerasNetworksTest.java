package io.sentimentstreams.model.scoring.packed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.Tensor;
import io.sentimentstreams.model.scoring.kernel.Kernels;
import io.sentimentstreams.model.scoring.reference.ReferenceScorer;
import io.sentimentstreams.model.scoring.reference.Scorer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The reference forward pass and all kernels against Keras' own, with the same weights. */
class KerasNetworksTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TestFactory
  Stream<DynamicTest> scoresAsKerasDoes() throws IOException {
    try (InputStream file = KerasNetworksTest.class.getResourceAsStream("/keras/networks.json.gz");
        InputStream json = new GZIPInputStream(Objects.requireNonNull(file))) {
      JsonNode networks = MAPPER.readTree(json).path("networks");
      assertThat(networks).hasSizeGreaterThan(50);
      return StreamSupport.stream(networks.spliterator(), false)
          .map(each -> DynamicTest.dynamicTest(each.path("name").asText(), () -> check(each)));
    }
  }

  private static void check(JsonNode each) throws IOException {
    Model model = model(each);
    check(each, new ReferenceScorer(model));
    for (Kernels kernels : KernelAgreement.allKernels().toList()) {
      check(each, new PackedModel(model, kernels, Long.MAX_VALUE).newScorer());
      check(each, new PackedModel(model, kernels, 0).newScorer());
    }
  }

  private static void check(JsonNode each, Scorer scorer) {
    assertThat(each.path("scores")).isNotEmpty();
    for (JsonNode score : each.path("scores")) {
      int[] ids = MAPPER.convertValue(score.path("ids"), int[].class);
      assertThat(scorer.score(ids, ids.length))
          .as("score of %s by %s", Arrays.toString(ids), scorer)
          .isCloseTo(score.path("score").asDouble(), Offset.offset(2e-6));
    }
  }

  private static Model model(JsonNode each) throws IOException {
    Network network = MAPPER.treeToValue(each.path("network"), Network.class);
    Map<String, Tensor> weights = new HashMap<>();
    each.path("weights")
        .properties()
        .forEach(
            weight ->
                weights.put(
                    weight.getKey(),
                    new Tensor(
                        Arrays.stream(
                                MAPPER.convertValue(weight.getValue().path("shape"), int[].class))
                            .boxed()
                            .toList(),
                        MAPPER.convertValue(weight.getValue().path("data"), float[].class))));
    return new Model(network, weights);
  }
}
