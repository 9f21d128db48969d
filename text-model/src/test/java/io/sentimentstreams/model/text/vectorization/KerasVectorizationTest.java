package io.sentimentstreams.model.text.vectorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Comparison with rows that Keras made; {@code text_vectorization.py} recorded them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KerasVectorizationTest {

  private static final int RECORDED_ROWS = 2000;

  private final JsonNode golden = read();

  private static JsonNode read() {
    try (InputStream in =
            Objects.requireNonNull(
                KerasVectorizationTest.class.getResourceAsStream(
                    "/text-vectorization/golden.json.gz"));
        GZIPInputStream unpacked = new GZIPInputStream(in)) {
      return new ObjectMapper().readTree(unpacked);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  Stream<JsonNode> cases() {
    return StreamSupport.stream(golden.path("cases").spliterator(), false);
  }

  @Test
  void manyRowsAreRecorded() {
    long rows = cases().mapToLong(each -> each.path("rows").size()).sum();

    assertThat(rows).isGreaterThan(RECORDED_ROWS);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void makesTheRowsOfKeras(JsonNode recorded) {
    TextVectorization layer = layer(recorded);

    assertRows(layer, recorded);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void makesTheSameRowsAfterWritingAndReading(JsonNode recorded) {
    TextVectorization read =
        TextVectorizationJson.read(TextVectorizationJson.write(layer(recorded)));

    assertRows(read, recorded);
  }

  @ParameterizedTest
  @MethodSource("learned")
  void learnsTheVocabularyOfKeras(JsonNode recorded) {
    TextVectorizationFitter fitter =
        new TextVectorizationFitter(TextVectorizationJson.settings(recorded.path("config")));
    // Keras' get_vocabulary() drops NULs at the end of tokens, so none are learned.
    strings(golden.path("texts")).stream().filter(text -> text.indexOf(0) < 0).forEach(fitter::add);

    TextVectorization fitted = fitter.fit();

    List<String> vocabulary = new ArrayList<>(fitted.specialTokens());
    vocabulary.addAll(fitted.vocabulary());
    assertThat(vocabulary).isEqualTo(strings(recorded.path("vocabulary")));
    JsonNode weights = recorded.path("weights");
    for (int i = 0; i < fitted.weights().length; i++) {
      assertThat(fitted.weights()[i])
          .isEqualTo((float) weights.get(i).doubleValue(), Offset.offset(i == 0 ? 1e-5f : 1e-6f));
    }
  }

  Stream<JsonNode> learned() {
    return cases().filter(each -> each.path("learned").booleanValue());
  }

  private static TextVectorization layer(JsonNode recorded) {
    Optional<List<Float>> weights =
        recorded.has("weights")
            ? Optional.of(
                StreamSupport.stream(recorded.path("weights").spliterator(), false)
                    .map(weight -> (float) weight.doubleValue())
                    .toList())
            : Optional.empty();
    boolean learned = recorded.path("learned").booleanValue();
    return TextVectorizationJson.layer(
        recorded.path("config"),
        new LayerState(
            learned ? Optional.of(strings(recorded.path("vocabulary"))) : Optional.empty(),
            weights));
  }

  private void assertRows(TextVectorization layer, JsonNode recorded) {
    boolean indices = layer.settings().output().mode() == OutputMode.INT;
    if (!indices) {
      assertThat(layer.width()).isEqualTo(recorded.path("width").intValue());
    }
    for (int i = 0; i < golden.path("texts").size(); i++) {
      String text = golden.path("texts").get(i).textValue();
      JsonNode row = recorded.path("rows").get(i);
      if (indices) {
        assertThat(layer.sequence(text))
            .as(text)
            .containsExactly(
                StreamSupport.stream(row.spliterator(), false)
                    .mapToInt(JsonNode::intValue)
                    .toArray());
      } else {
        Map<Integer, Float> expected = new LinkedHashMap<>();
        row.forEach(
            pair -> expected.put(pair.get(0).intValue(), (float) pair.get(1).doubleValue()));
        assertThat(layer.row(text)).as(text).isEqualTo(expected);
      }
    }
  }

  private static List<String> strings(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::textValue).toList();
  }
}
