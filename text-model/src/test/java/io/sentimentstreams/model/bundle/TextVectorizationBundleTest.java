package io.sentimentstreams.model.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.GlobalAveragePooling;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.Tensor;
import io.sentimentstreams.model.network.WeightSpec;
import io.sentimentstreams.model.text.EncodedText;
import io.sentimentstreams.model.text.SequenceSettings;
import io.sentimentstreams.model.text.Side;
import io.sentimentstreams.model.text.TextIndexer;
import io.sentimentstreams.model.text.TextToken;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.model.text.TokenizerSettings;
import io.sentimentstreams.model.text.vectorization.OutputMode;
import io.sentimentstreams.model.text.vectorization.Splitting;
import io.sentimentstreams.model.text.vectorization.Standardization;
import io.sentimentstreams.model.text.vectorization.TextVectorization;
import io.sentimentstreams.model.text.vectorization.TextVectorizationSettings;
import io.sentimentstreams.model.text.vectorization.VectorOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bundles with a {@code TextVectorization}. */
class TextVectorizationBundleTest {

  private static final SequenceSettings SEQUENCES = new SequenceSettings(4, Side.POST, Side.POST);
  private static final List<String> WORDS = List.of("film", "good", "bad");

  @TempDir private Path folder;

  @Test
  void aBundleSurvivesWritingAndReading() {
    Bundle bundle = bundle(layer(Optional.of(4)), SEQUENCES, false);
    Path zip = folder.resolve("bundle.zip");
    BundleWriter.write(bundle, zip);

    Bundle read = BundleReader.read(zip).bundle();

    assertThat(read.manifest().formatVersion()).isEqualTo(3);
    assertThat(read.tokenizer()).isInstanceOf(TextVectorization.class);
    assertThat(TokenizerPart.write(read.tokenizer()))
        .isEqualTo(TokenizerPart.write(bundle.tokenizer()));
    assertThat(read.newScorer().score("a GOOD film!"))
        .isEqualTo(bundle.newScorer().score("a GOOD film!"));
  }

  @Test
  void theFirstFormatHasNoLayer() throws IOException {
    Path zip = folder.resolve("bundle.zip");
    BundleWriter.write(bundle(layer(Optional.of(4)), SEQUENCES, true), zip);
    Map<String, byte[]> entries = BundleEntries.read(zip);
    String manifest = new String(entries.get("manifest.json"), UTF_8);
    String older = manifest.replace("\"formatVersion\" : 3", "\"formatVersion\" : 1");
    entries.put("manifest.json", older.getBytes(UTF_8));
    BundleEntries.writeWithChecksums(entries, zip);

    assertThatThrownBy(() -> BundleReader.read(zip))
        .isInstanceOf(InvalidBundleException.class)
        .hasMessageContaining("needs format version 2");
  }

  @Test
  void aNetworkWithoutMaskReadsPaddingOnlyIfTheLayerHasALength() {
    assertThat(bundle(layer(Optional.of(4)), SEQUENCES, false).newScorer().encode("good").ids())
        .containsExactly(3, 0, 0, 0);
    assertThat(bundle(layer(Optional.empty()), SEQUENCES, false).newScorer().encode("good").ids())
        .containsExactly(3);
    assertThat(bundle(layer(Optional.of(4)), SEQUENCES, true).newScorer().encode("good").ids())
        .containsExactly(3);
  }

  @Test
  void longTextsLoseTheirEnd() {
    EncodedText encoded =
        bundle(layer(Optional.empty()), SEQUENCES, true)
            .newScorer()
            .encode("Good, bad; FILM: what? bad good");

    assertThat(encoded.ids()).containsExactly(3, 4, 2, 1);
    assertThat(encoded.tokens()).isEqualTo(6);
    assertThat(encoded.outOfVocabulary()).isEqualTo(1);
    assertThat(encoded.truncated()).isEqualTo(2);
  }

  @Test
  void unknownTokensHaveTheIndexOfTheSpecialToken() {
    assertThat(bundle(layer(Optional.empty()), SEQUENCES, true).encoder().indexed("G-ood, wh.at!"))
        .containsExactly(
            new TextToken("good", true, 3, 0, 5), new TextToken("what", false, 1, 7, 12));
  }

  @ParameterizedTest
  @EnumSource(value = OutputMode.class, names = "INT", mode = EnumSource.Mode.EXCLUDE)
  void otherOutputModesAreNoInputOfANetwork(OutputMode mode) {
    TextVectorization layer =
        new TextVectorization(
            settings(Splitting.WHITESPACE, new VectorOutput(mode, Optional.empty(), false, false)),
            WORDS,
            mode == OutputMode.TF_IDF ? new float[] {1, 1, 1, 1} : new float[0]);

    assertRefused(layer, SEQUENCES, "output_mode");
  }

  @Test
  void sequencesOfAnotherShapeAreRefused() {
    TextVectorization layer = layer(Optional.of(4));
    assertRefused(layer, new SequenceSettings(5, Side.POST, Side.POST), "maxLength is 5");
    assertRefused(layer, new SequenceSettings(4, Side.PRE, Side.POST), "pads and truncates");
    assertRefused(layer, new SequenceSettings(4, Side.POST, Side.PRE), "pads and truncates");
    assertRefused(
        new TextVectorization(
            settings(
                Splitting.NONE, new VectorOutput(OutputMode.INT, Optional.empty(), false, false)),
            WORDS,
            new float[0]),
        SEQUENCES,
        "does not split");
  }

  private static void assertRefused(
      TextVectorization layer, SequenceSettings sequences, String reason) {
    assertThatThrownBy(() -> bundle(layer, sequences, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  private static TextVectorization layer(Optional<Integer> length) {
    return new TextVectorization(
        settings(Splitting.WHITESPACE, new VectorOutput(OutputMode.INT, length, false, false)),
        WORDS,
        new float[0]);
  }

  private static TextVectorizationSettings settings(Splitting splitting, VectorOutput output) {
    return new TextVectorizationSettings(
        Standardization.LOWER_AND_STRIP_PUNCTUATION,
        splitting,
        List.of(),
        Optional.empty(),
        output);
  }

  private static Bundle bundle(TextIndexer tokenizer, SequenceSettings sequences, boolean masked) {
    Network network =
        new Network(
            List.of(
                new Embedding("embedding", 6, 2, masked),
                new GlobalAveragePooling("mean"),
                new Dense("output", 1, Dense.Activation.SIGMOID)));
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (WeightSpec spec : network.weights()) {
      float[] data = new float[(int) spec.size()];
      for (int i = 0; i < data.length; i++) {
        data[i] = (i % 5 - 2) / 3f;
      }
      weights.put(spec.name(), new Tensor(spec.shape(), data));
    }
    Model model = new Model(network, weights);
    Manifest manifest =
        Manifest.builder(network, sequences)
            .name("layer")
            .version("1")
            .createdAt("2026-01-31T12:00:00Z")
            .labels(List.of("negative", "positive"))
            .build();
    Bundle bare = new Bundle(manifest, tokenizer, model, List.of());
    return new Bundle(
        manifest,
        tokenizer,
        model,
        List.of(GoldenScore.of(bare.newScorer(), 1, "A good FILM; not bad!")));
  }

  @Test
  void aTokenizerIsNoLayer() {
    Tokenizer tokenizer = Tokenizer.fit(TokenizerSettings.keras(), List.of("a good film"));

    assertThat(TokenizerPart.read(TokenizerPart.write(tokenizer))).isInstanceOf(Tokenizer.class);
  }
}
