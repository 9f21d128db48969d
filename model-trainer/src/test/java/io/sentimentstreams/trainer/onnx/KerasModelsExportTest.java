package io.sentimentstreams.trainer.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.scoring.reference.ReferenceScorer;
import io.sentimentstreams.trainer.keras.KerasFixtures;
import io.sentimentstreams.trainer.keras.KerasImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model that is imported from Keras is exported to ONNX with the same scores. */
class KerasModelsExportTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir private Path folder;

  static Stream<String> models() {
    return Stream.of(
            KerasFixtures.MODELS,
            KerasFixtures.VARIANTS,
            KerasFixtures.HALF_PRECISION,
            List.of(KerasFixtures.THREE_CLASSES, KerasFixtures.LOAD_DATA))
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("models")
  void scoresInOnnxRuntimeAreThoseOfTheImport(String name) throws IOException, OrtException {
    Model model = KerasImport.read(KerasFixtures.file(name)).model();
    Path file = folder.resolve("model.onnx");
    OnnxExport.write(model, file);
    ReferenceScorer scorer = new ReferenceScorer(model);
    int compared = 0;
    try (OnnxSession session = new OnnxSession(file)) {
      for (String line : Files.readAllLines(KerasFixtures.samples(name))) {
        JsonNode ids = MAPPER.readTree(line).path("ids");
        if (ids.isArray()) {
          int[] indices = IntStream.range(0, ids.size()).map(i -> ids.get(i).asInt()).toArray();
          double[] expected = new double[model.network().classes()];
          scorer.classify(indices, indices.length, expected);
          long[][] row = {IntStream.of(indices).asLongStream().toArray()};
          float[] found = session.outputs(row)[0];
          int first = expected.length - found.length;
          for (int i = 0; i < found.length; i++) {
            assertThat((double) found[i]).isCloseTo(expected[first + i], Offset.offset(1e-5));
          }
          compared++;
        }
      }
    }
    assertThat(compared).isEqualTo(4);
  }
}
