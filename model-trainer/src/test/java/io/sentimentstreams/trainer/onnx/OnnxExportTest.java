package io.sentimentstreams.trainer.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Bidirectional.MergeMode;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Dense.Activation;
import io.sentimentstreams.model.network.Flatten;
import io.sentimentstreams.model.network.GlobalAveragePooling;
import io.sentimentstreams.model.network.GlobalMaxPooling;
import io.sentimentstreams.model.network.Gru;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.network.SimpleRnn;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.model.scoring.reference.ReferenceScorer;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Exported models have the same scores in ONNX Runtime. */
class OnnxExportTest {

  private static final Offset<Double> TOLERANCE = Offset.offset(1e-5);
  private static final Path ROOT = Path.of(System.getProperty("project.root", ".."));

  @TempDir private Path folder;

  static Stream<Arguments> networks() {
    Map<String, List<Layer>> networks = new LinkedHashMap<>();
    for (Recurrent cell : cells(false)) {
      networks.put(cell.name(), List.of(cell));
      for (MergeMode merge : MergeMode.values()) {
        networks.put(
            cell.name() + " both ways " + merge, List.of(new Bidirectional("both", cell, merge)));
      }
    }
    for (Recurrent cell : cells(true)) {
      networks.put(cell.name() + " largest", List.of(cell, new GlobalMaxPooling("pool")));
      networks.put(cell.name() + " mean", List.of(cell, new GlobalAveragePooling("pool")));
      networks.put(cell.name() + " stacked", List.of(cell, new Lstm("top", 3, false)));
      for (MergeMode merge : MergeMode.values()) {
        networks.put(
            cell.name() + " both ways " + merge + ", stacked and pooled",
            List.of(
                new Bidirectional("both", cell, merge),
                new Bidirectional("top", new Gru("gru", 3, true, true), MergeMode.CONCAT),
                new GlobalMaxPooling("pool")));
      }
    }
    networks.put("max pooling only", List.of(new GlobalMaxPooling("pool")));
    networks.put("average pooling only", List.of(new GlobalAveragePooling("pool")));
    for (Activation activation :
        EnumSet.complementOf(EnumSet.of(Activation.SOFTMAX))) { // In the last layer only.
      networks.put(
          "dense " + activation,
          List.of(new GlobalAveragePooling("pool"), new Dense("hidden", 5, activation)));
    }
    return networks.entrySet().stream()
        .flatMap(
            each ->
                Stream.of(true, false)
                    .map(masked -> Arguments.of(each.getKey(), masked, each.getValue())));
  }

  private static List<Recurrent> cells(boolean sequences) {
    return List.of(
        new SimpleRnn("rnn", 6, sequences),
        new Lstm("lstm", 5, sequences),
        new Gru("gru-after", 4, sequences, true),
        new Gru("gru-before", 4, sequences, false));
  }

  @ParameterizedTest(name = "{0}, masked {1}")
  @MethodSource("networks")
  void scoresMatchOnnxRuntime(String name, boolean masked, List<Layer> layers) throws OrtException {
    Model model = RandomOnnxModel.of(masked, layers);
    try (OnnxSession session = exported(model)) {
      for (long[][] batch : batches(masked)) {
        assertThat(session.scores(batch)).containsExactly(reference(model, batch), TOLERANCE);
      }
    }
  }

  @Test
  void classProbabilitiesMatchOnnxRuntime() throws OrtException {
    Model model = RandomOnnxModel.of(true, List.of(new Lstm("lstm", 5, false)), 4);
    ReferenceScorer scorer = new ReferenceScorer(model);
    double[] expected = new double[4];
    try (OnnxSession session = exported(model)) {
      long[][] batch = {{3, 1, 4, 1, 5}, {9, 2, 6, 0, 0}};
      float[][] outputs = session.outputs(batch);
      for (int row = 0; row < batch.length; row++) {
        scorer.classify(
            Arrays.stream(batch[row]).mapToInt(Math::toIntExact).toArray(), 5, expected);
        assertThat(outputs[row]).hasSize(4);
        for (int i = 0; i < 4; i++) {
          assertThat((double) outputs[row][i]).isCloseTo(expected[i], TOLERANCE);
        }
      }
    }
  }

  /**
   * Single sequences of all lengths, batches of equal lengths and, with masking, of unequal
   * lengths.
   */
  private static List<long[][]> batches(boolean masked) {
    SplittableRandom random = new SplittableRandom(7);
    List<long[][]> batches = new ArrayList<>();
    for (int length = 1; length <= 50; length++) {
      batches.add(new long[][] {random.longs(length, 0, RandomOnnxModel.VOCABULARY).toArray()});
    }
    batches.add(
        IntStream.range(0, 9)
            .mapToObj(row -> random.longs(17, 0, RandomOnnxModel.VOCABULARY).toArray())
            .toArray(long[][]::new));
    if (masked) {
      batches.add(padded(random, 0));
      batches.add(padded(random, 1));
      batches.add(new long[3][4]);
    }
    return batches;
  }

  /** Lengths 0 to 50, padded at the end or at the start. */
  private static long[][] padded(SplittableRandom random, int before) {
    long[][] batch = new long[51][50];
    for (int length = 0; length < batch.length; length++) {
      long[] ids = random.longs(length, 1, RandomOnnxModel.VOCABULARY).toArray();
      System.arraycopy(ids, 0, batch[length], before * (50 - length), length);
    }
    return batch;
  }

  private static double[] reference(Model model, long[][] batch) {
    ReferenceScorer scorer = new ReferenceScorer(model);
    return Arrays.stream(batch)
        .mapToDouble(
            row ->
                scorer.score(Arrays.stream(row).mapToInt(Math::toIntExact).toArray(), row.length))
        .toArray();
  }

  private OnnxSession exported(Model model) throws OrtException {
    Path file = folder.resolve("model.onnx");
    OnnxExport.write(model, file);
    return new OnnxSession(file);
  }

  @Test
  void scoresOfFlattenedSequencesMatch() throws OrtException {
    Model model = RandomOnnxModel.of(false, List.of(new Flatten("flat", 6)));
    SplittableRandom random = new SplittableRandom(11);
    long[][] batch =
        IntStream.range(0, 5)
            .mapToObj(row -> random.longs(6, 0, RandomOnnxModel.VOCABULARY).toArray())
            .toArray(long[][]::new);
    try (OnnxSession session = exported(model)) {
      assertThat(session.scores(batch)).containsExactly(reference(model, batch), TOLERANCE);
    }
  }

  @Test
  void scoresOfReleasedBundleMatch() throws OrtException {
    LoadedBundle loaded = BundleReader.read(ROOT.resolve("models/imdb-default"));
    Path file = folder.resolve("imdb.onnx");
    OnnxExport.write(loaded, file);
    List<String> texts =
        List.of(
            "A wonderful film, moving and funny, with the best performances of the year.",
            "Terrible. Boring from start to finish, and badly acted.",
            "I wanted to like it, but the script is a mess and the ending is an insult. "
                .repeat(90),
            "");
    List<int[]> ids =
        texts.stream().map(text -> loaded.bundle().encoder().encode(text).ids()).toList();
    int steps = ids.stream().mapToInt(row -> row.length).max().orElseThrow();
    long[][] batch =
        ids.stream()
            .map(row -> Arrays.stream(Arrays.copyOf(row, steps)).asLongStream().toArray())
            .toArray(long[][]::new);
    TextScorer scorer = loaded.bundle().newScorer();
    double[] expected = texts.stream().mapToDouble(text -> scorer.score(text).score()).toArray();
    assertThat(expected[0]).isGreaterThan(0.9);
    try (OnnxSession session = new OnnxSession(file)) {
      assertThat(session.scores(batch)).containsExactly(expected, TOLERANCE);
      assertThat(session.properties())
          .containsEntry("name", loaded.bundle().manifest().name())
          .containsEntry("sha256", loaded.sha256())
          .containsEntry("task", "binary")
          .containsEntry("labels", "negative,positive")
          .containsEntry("normalizer", "none")
          .containsKeys("version", "threshold", "maxLength", "padding", "truncating", "tokenizer");
    }
  }

  @Test
  void labelsWithACommaAreAJsonArray() throws Exception {
    LoadedBundle loaded = BundleReader.read(ROOT.resolve("models/imdb-default"));
    Bundle bundle = loaded.bundle();
    Manifest manifest = bundle.manifest().toBuilder().labels(List.of("no, thanks", "good")).build();
    Path file = folder.resolve("commas.onnx");

    OnnxExport.write(
        new LoadedBundle(
            new Bundle(manifest, bundle.tokenizer(), bundle.model(), bundle.golden()),
            loaded.sha256()),
        file);

    try (OnnxSession session = new OnnxSession(file)) {
      assertThat(session.properties()).containsEntry("labels", "[\"no, thanks\",\"good\"]");
    }
  }

  @Test
  void exportIsDeterministic() {
    Model model = RandomOnnxModel.of(true, List.of(new Gru("gru", 4, false, true)));
    Path first = folder.resolve("first.onnx");
    Path second = folder.resolve("second.onnx");
    OnnxExport.write(model, first);
    OnnxExport.write(model, second);
    assertThat(first).hasSameBinaryContentAs(second);
  }

  @Test
  void missingFolderIsNamed() {
    Model model = RandomOnnxModel.of(true, List.of(new Lstm("lstm", 4, false)));
    Path file = folder.resolve("missing").resolve("model.onnx");
    assertThatThrownBy(() -> OnnxExport.write(model, file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageEndingWith(".");
    assertThat(Files.exists(file)).isFalse();
  }
}
