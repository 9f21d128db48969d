package io.sentimentstreams.trainer.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sentimentstreams.model.network.Backwards;
import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Bidirectional.MergeMode;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Dense.Activation;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.Flatten;
import io.sentimentstreams.model.network.GlobalAveragePooling;
import io.sentimentstreams.model.network.GlobalMaxPooling;
import io.sentimentstreams.model.network.Gru;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.network.SimpleRnn;
import io.sentimentstreams.model.network.Tensor;
import io.sentimentstreams.model.network.WeightSpec;
import io.sentimentstreams.model.scoring.reference.ReferenceScorer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Exported models have the same scores in Deeplearning4j, and come back with the same weights. */
class Dl4jExchangeIT {

  private static final int VOCABULARY = 40;

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("networks")
  void anExportHasTheSameScoresAndComesBack(List<Layer> between, int classes) throws Exception {
    Model model = model(between, classes);
    Path file = folder.resolve("model.zip");

    Dl4jExport.write(model, file);

    MultiLayerNetwork library = ModelSerializer.restoreMultiLayerNetwork(file.toFile());
    SplittableRandom random = new SplittableRandom(7);
    for (int length : new int[] {1, 2, 30}) {
      int[] ids = random.ints(length, 1, VOCABULARY).toArray();
      double[] expected = new double[Math.max(2, model.network().output().units())];
      new ReferenceScorer(model).classify(ids, length, expected);
      INDArray found =
          library.output(
              Nd4j.createFromArray(ids)
                  .castTo(org.nd4j.linalg.api.buffer.DataType.FLOAT)
                  .reshape(1, length));
      for (int k = 0; k < found.length(); k++) {
        assertThat(found.getDouble(k))
            .as("class %d of %d tokens", k, length)
            .isCloseTo(expected[found.length() == 1 ? 1 : k], within(1e-5));
      }
    }
    Dl4jModel back = Dl4jImport.read(file);
    assertThat(back.model().weights().values())
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyElementsOf(model.weights().values());
    assertThat(back.model().network().layers())
        .extracting(Layer::getClass)
        .isEqualTo(model.network().layers().stream().map(Layer::getClass).toList());
    assertThat(back.comparison().sequences()).isEqualTo(16);
    assertThat(back.comparison().largestDifference()).isLessThan(1e-5);
    assertThat(back.trainingOnlyLayers()).isEmpty();
  }

  static Stream<Arguments> networks() {
    List<Arguments> networks = new ArrayList<>();
    for (boolean sequences : new boolean[] {false, true}) {
      for (Recurrent cell :
          List.of(new Lstm("cell", 5, sequences), new SimpleRnn("cell", 5, sequences))) {
        List<List<Layer>> ends =
            sequences
                ? List.of(
                    List.of(new GlobalMaxPooling("max")), List.of(new GlobalAveragePooling("mean")))
                : List.of(List.of());
        for (List<Layer> end : ends) {
          for (Optional<MergeMode> merge :
              Stream.concat(
                      Stream.of(Optional.<MergeMode>empty()),
                      Stream.of(MergeMode.values()).map(Optional::of))
                  .toList()) {
            List<Layer> layers = new ArrayList<>();
            layers.add(new Lstm("first", 4, true));
            layers.add(
                merge.<Layer>map(mode -> new Bidirectional("both", cell, mode)).orElse(cell));
            layers.addAll(end);
            networks.add(Arguments.of(layers, 2));
          }
        }
      }
    }
    for (Activation activation :
        Stream.of(Activation.values())
            .filter(function -> function != Activation.SOFTMAX && function != Activation.GELU)
            .toList()) {
      networks.add(
          Arguments.of(
              List.of(new SimpleRnn("rnn", 6, false), new Dense("hidden", 7, activation)), 3));
    }
    return networks.stream();
  }

  @Test
  void aLayerThatTheLibraryDoesNotHaveIsRefusedByName() {
    for (Layer layer :
        List.of(
            new Gru("my-gru", 3, false, true),
            new Flatten("my-flat", 4),
            new Backwards("my-backwards", new Lstm("cell", 3, false)),
            new Bidirectional("my-gru", new Gru("my-gru", 3, false, true), MergeMode.SUM))) {
      Path file = folder.resolve("refused.zip");
      Model model = model(List.of(layer), 2, !(layer instanceof Flatten));
      assertThatThrownBy(() -> Dl4jExport.write(model, file))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll(
              layer.name(),
              layer instanceof Bidirectional ? "Gru" : layer.getClass().getSimpleName(),
              "--onnx");
      assertThat(file).doesNotExist();
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void geluIsRefusedBecauseTheLibraryApproximatesIt() {
    Path file = folder.resolve("refused.zip");
    Model model =
        model(List.of(new Lstm("cell", 3, false), new Dense("hidden", 2, Activation.GELU)), 2);
    assertThatThrownBy(() -> Dl4jExport.write(model, file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("gelu", "hidden", "--onnx");
    assertThat(folder).isEmptyDirectory();
    for (boolean precise : new boolean[] {false, true}) {
      double found =
          new ActivationGELU(precise)
              .getActivation(Nd4j.createFromArray(new float[] {-1f}), false)
              .getDouble(0);
      assertThat(Math.abs(found + 0.15865525)).isGreaterThan(1e-5); // -(1 + erf(-1 / sqrt(2))) / 2
    }
  }

  @Test
  void aFileThatCannotBeReplacedIsKept() throws Exception {
    Path file = Files.writeString(folder.resolve("model.zip"), "old");
    Model model = model(List.of(new Gru("gru", 3, false, true)), 2);
    assertThatThrownBy(() -> Dl4jExport.write(model, file)).hasMessageContaining("gru");
    assertThat(file).hasContent("old");
  }

  @Test
  void theFileHasNoUpdaterState() throws Exception {
    Path file = folder.resolve("model.zip");
    Dl4jExport.write(model(List.of(new Lstm("cell", 2, false)), 2), file);
    try (var zip = Files.newInputStream(file);
        var entries = new java.util.zip.ZipInputStream(zip)) {
      List<String> names = new ArrayList<>();
      for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        names.add(entry.getName());
      }
      assertThat(names).containsExactlyInAnyOrder("configuration.json", "coefficients.bin");
    }
  }

  private static Model model(List<Layer> between, int classes) {
    return model(between, classes, true);
  }

  private static Model model(List<Layer> between, int classes, boolean maskZero) {
    List<Layer> layers = new ArrayList<>();
    layers.add(new Embedding("embedding", VOCABULARY, 3, maskZero));
    layers.addAll(between);
    layers.add(new Dense("dense", 1, Activation.SIGMOID));
    Network network = new Network(layers).withClasses(classes);
    SplittableRandom random = new SplittableRandom(3);
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (WeightSpec spec : network.weights()) {
      float[] data = new float[(int) spec.size()];
      for (int i = 0; i < data.length; i++) {
        data[i] = (float) random.nextDouble(-0.9, 0.9);
      }
      weights.put(spec.name(), new Tensor(spec.shape(), data));
    }
    return new Model(network, weights);
  }
}
