package io.sentimentstreams.trainer.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnxruntime.OrtException;
import com.google.protobuf.ByteString;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Flatten;
import io.sentimentstreams.model.network.GlobalAveragePooling;
import io.sentimentstreams.model.network.Gru;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.SimpleRnn;
import io.sentimentstreams.model.scoring.reference.ReferenceScorer;
import io.sentimentstreams.trainer.onnx.importer.ImportedOnnx;
import io.sentimentstreams.trainer.onnx.importer.OnnxImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Exported networks have the same scores after an import. */
class OnnxRoundTripTest {

  private static final Offset<Double> TOLERANCE = Offset.offset(1e-6);
  private static final int[] ROWS = IntStream.range(0, RandomOnnxModel.VOCABULARY).toArray();

  private static final String GELU = "dense GELU";

  @TempDir private Path folder;

  /** All networks but those with a GELU, whose error function has no operator of its own. */
  static Stream<Arguments> networks() {
    return OnnxExportTest.networks()
        .filter(arguments -> !String.valueOf(arguments.get()[0]).equals(GELU));
  }

  @Test
  void anErrorFunctionIsRefusedByName() {
    Model model =
        RandomOnnxModel.of(
            true,
            List.of(new Lstm("lstm", 3, false), new Dense("hidden", 5, Dense.Activation.GELU)));
    assertThatThrownBy(() -> read(exported(model))).hasMessageContainingAll("operator Erf", "Relu");
  }

  /** The exporter writes other operators for it; PyTorch writes this one from operator set 20. */
  @Test
  void theOperatorOfGeluIsRead() throws IOException {
    Model elu = withElu();
    List<Layer> layers = new ArrayList<>(elu.network().layers());
    layers.set(2, new Dense("hidden", 5, Dense.Activation.GELU));
    Model gelu = new Model(new Network(layers), elu.weights());
    int[] ids = {3, 1, 4, 1, 5};

    Path file = changed(elu, node -> node.setOpType("Gelu"));

    assertThat(new ReferenceScorer(imported(file, true)).score(ids, ids.length))
        .isCloseTo(new ReferenceScorer(gelu).score(ids, ids.length), TOLERANCE);
  }

  @Test
  void otherAttributesOfAnActivationAreRefused() throws IOException {
    assertThatThrownBy(
            () -> read(changed(withElu(), node -> node.addAttribute(real("alpha", 0.5f)))))
        .hasMessageContainingAll("operator Elu", "alpha 0.5");
    assertThatThrownBy(
            () ->
                read(
                    changed(
                        withElu(),
                        node -> node.setOpType("Selu").addAttribute(real("gamma", 1.2f)))))
        .hasMessageContainingAll("operator Selu", "gamma");
    AttributeProto tanh =
        AttributeProto.newBuilder()
            .setName("approximate")
            .setType(AttributeProto.AttributeType.STRING)
            .setS(ByteString.copyFromUtf8("tanh"))
            .build();
    assertThatThrownBy(
            () -> read(changed(withElu(), node -> node.setOpType("Gelu").addAttribute(tanh))))
        .hasMessageContainingAll("operator Gelu", "approximation");
  }

  private static Model withElu() {
    return RandomOnnxModel.of(
        true, List.of(new Lstm("lstm", 3, false), new Dense("hidden", 5, Dense.Activation.ELU)));
  }

  private static AttributeProto real(String name, float value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.FLOAT)
        .setF(value)
        .build();
  }

  /** Exports a network, and changes its only Elu. */
  private Path changed(Model model, Consumer<NodeProto.Builder> change) throws IOException {
    Path file = exported(model);
    ModelProto.Builder onnx = ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder();
    onnx.getOpsetImportBuilder(0).setVersion(20);
    for (NodeProto.Builder node : onnx.getGraphBuilder().getNodeBuilderList()) {
      if (node.getOpType().equals("Elu")) {
        change.accept(node);
      }
    }
    return Files.write(folder.resolve("changed.onnx"), onnx.build().toByteArray());
  }

  @ParameterizedTest(name = "{0}, masked {1}")
  @MethodSource("networks")
  void scoresAreThoseOfTheExportedNetwork(String name, boolean masked, List<Layer> layers) {
    Model model = RandomOnnxModel.of(masked, layers);
    Model imported = imported(exported(model), masked);
    ReferenceScorer expected = new ReferenceScorer(model);
    ReferenceScorer found = new ReferenceScorer(imported);
    SplittableRandom random = new SplittableRandom(3);
    for (int length = 1; length <= 30; length++) {
      int[] ids = random.ints(length, 1, RandomOnnxModel.VOCABULARY).toArray();
      assertThat(found.score(ids, length)).isCloseTo(expected.score(ids, length), TOLERANCE);
    }
  }

  @Test
  void probabilitiesOfSeveralClassesAreThoseOfTheExportedNetwork() {
    Model model = RandomOnnxModel.of(true, List.of(new Lstm("lstm", 5, false)), 4);
    double[] expected = new double[4];
    double[] found = new double[4];
    int[] ids = {3, 1, 4, 1, 5};
    new ReferenceScorer(model).classify(ids, ids.length, expected);
    new ReferenceScorer(imported(exported(model), true)).classify(ids, ids.length, found);
    assertThat(found).containsExactly(expected, TOLERANCE);
  }

  @Test
  void maskedExportIsRecognizedAsMasked() {
    assertThat(
            read(exported(RandomOnnxModel.of(true, List.of(new Lstm("lstm", 5, false))))).facts())
        .returns(true, ImportedOnnx.OnnxFacts::excludesPadding)
        .returns(Optional.of(0), ImportedOnnx.OnnxFacts::maskedId);
    assertThat(
            read(exported(RandomOnnxModel.of(false, List.of(new Lstm("lstm", 5, false))))).facts())
        .returns(false, ImportedOnnx.OnnxFacts::excludesPadding);
  }

  @Test
  void lengthOfFlattenedTimestepsIsKnownFromTheShape() {
    Model model = RandomOnnxModel.of(false, List.of(new Flatten("flat", 6)));
    ImportedOnnx onnx = read(exported(model));
    assertThat(onnx.facts().steps()).contains(6);
    int[] ids = {3, 0, 4, 1, 5, 9};
    assertThat(new ReferenceScorer(onnx.model(ROWS, false)).score(ids, ids.length))
        .isCloseTo(new ReferenceScorer(model).score(ids, ids.length), TOLERANCE);
  }

  static List<Layer> reversible() {
    return List.of(
        new SimpleRnn("rnn", 6, false),
        new Lstm("lstm", 5, false),
        new Gru("gru-after", 4, false, true),
        new Gru("gru-before", 4, false, false),
        new Lstm("sequences", 3, true));
  }

  @ParameterizedTest
  @MethodSource("reversible")
  void reverseDirectionHasTheScoresOfOnnxRuntime(Layer layer) throws IOException, OrtException {
    List<Layer> layers =
        layer.name().equals("sequences")
            ? List.of(layer, new GlobalAveragePooling("pool"))
            : List.of(layer);
    Path exported = exported(RandomOnnxModel.of(false, layers));
    Path file =
        OnnxFixtures.edited(folder, exported, onnx -> onnx.setGraph(reversed(onnx.getGraph())));
    ReferenceScorer scorer = new ReferenceScorer(imported(file, false));
    SplittableRandom random = new SplittableRandom(5);
    try (OnnxSession session = new OnnxSession(file)) {
      for (int length = 1; length <= 12; length++) {
        int[] ids = random.ints(length, 0, RandomOnnxModel.VOCABULARY).toArray();
        long[][] batch = {IntStream.of(ids).asLongStream().toArray()};
        assertThat(scorer.score(ids, length)).isCloseTo(session.scores(batch)[0], TOLERANCE);
      }
    }
  }

  private static GraphProto reversed(GraphProto graph) {
    GraphProto.Builder changed = graph.toBuilder();
    for (NodeProto.Builder node : changed.getNodeBuilderList()) {
      for (AttributeProto.Builder attribute : node.getAttributeBuilderList()) {
        if (attribute.getName().equals("direction")) {
          attribute.setS(ByteString.copyFromUtf8("reverse"));
        }
      }
    }
    return changed.build();
  }

  private Path exported(Model model) {
    Path file = folder.resolve("model.onnx");
    OnnxExport.write(model, file);
    return file;
  }

  private static ImportedOnnx read(Path file) {
    return OnnxImport.read(file, new OnnxImport.Options(Optional.empty(), Optional.empty(), false));
  }

  private static Model imported(Path file, boolean masked) {
    return read(file).model(ROWS, masked);
  }
}
