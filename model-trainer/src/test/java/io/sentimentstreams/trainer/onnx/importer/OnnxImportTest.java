package io.sentimentstreams.trainer.onnx.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import com.google.protobuf.ByteString;
import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.trainer.onnx.OnnxFixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Imported and rejected content of ONNX files; ImportOnnxCommandTest compares scores. */
class OnnxImportTest {

  private static final OnnxImport.Options DEFAULTS =
      new OnnxImport.Options(Optional.empty(), Optional.empty(), false);
  private static final int[] ROWS = IntStream.range(0, 12).toArray();

  @TempDir private Path folder;

  @Test
  void layersOfPyTorchBecomeLayersOfANetwork() {
    ImportedOnnx onnx = read(OnnxFixtures.model("lstm-stacked-both"));
    List<Layer> layers = onnx.model(ROWS, true).network().layers();
    assertThat(layers)
        .containsExactly(
            new Embedding("embedding", 12, 3, true),
            new Bidirectional("lstm", new Lstm("lstm", 2, true), Bidirectional.MergeMode.CONCAT),
            new Bidirectional(
                "lstm_2", new Lstm("lstm_2", 2, false), Bidirectional.MergeMode.CONCAT),
            new Dense("output", 3, Dense.Activation.SOFTMAX));
    assertThat(onnx.facts().producer()).startsWith("pytorch 2.");
    assertThat(onnx.facts().sha256()).hasSize(64);
    assertThat(onnx.facts().steps()).isEmpty();
    assertThat(onnx.facts().excludesPadding()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "packed, true, ",
    "gathered-timestep, true, ",
    "position-mask, true, ",
    "masked-mean, true, 2",
    "masked-maximum, true, 2",
    "masked-mean-fixed, true, 2",
    "flattened-fixed, false, ",
    "last-timestep, false, ",
  })
  void treatmentOfPaddingIsKnown(String name, boolean excluded, Integer id) {
    assertThat(read(OnnxFixtures.model(name)).facts())
        .returns(excluded, ImportedOnnx.OnnxFacts::excludesPadding)
        .returns(Optional.ofNullable(id), ImportedOnnx.OnnxFacts::maskedId);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unsupported-convolution | operator Conv (node
          unsupported-bag | EmbeddingBag
          unsupported-cell-state | the cell state of operator LSTM (node
          unsupported-attention | operator Softmax (node
          unsupported-relu | operator RNN (node /rnn/RNN) has activations [Relu]
          unsupported-last-timestep | the backward direction has read only the last token
          unsupported-logarithm | operator Log (node
          logits | Use --from-logits
          """)
  void unsupportedModelIsRejectedByTheOperator(String name, String message) {
    Path file = OnnxFixtures.model(name);
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(InvalidOnnxModelException.class)
        .hasMessageStartingWith(file + " rejected: ")
        .hasMessageContaining(message)
        .hasMessageEndingWith(".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lstm-opset11", "lstm-stacked-both"})
  void probabilitiesAreNoLogits(String name) {
    OnnxImport.Options logits = new OnnxImport.Options(Optional.empty(), Optional.empty(), true);
    assertThatThrownBy(() -> OnnxImport.read(OnnxFixtures.model(name), logits))
        .hasMessageContaining("Remove --from-logits");
  }

  @Test
  void innerValueCanBeTheOutput() {
    Path file = OnnxFixtures.model("lstm-opset11");
    OnnxImport.Options inner =
        new OnnxImport.Options(Optional.empty(), Optional.of("/linear/Gemm_output_0"), true);
    assertThat(OnnxImport.read(file, inner).model(ROWS, true))
        .usingRecursiveComparison()
        .isEqualTo(read(file).model(ROWS, true));
    OnnxImport.Options missing =
        new OnnxImport.Options(Optional.empty(), Optional.of("scores"), false);
    assertThatThrownBy(() -> OnnxImport.read(file, missing))
        .hasMessageContaining("no value named scores");
  }

  @Test
  void namedInputMustHaveTokenIndices() {
    OnnxImport.Options lengths =
        new OnnxImport.Options(Optional.of("lengths"), Optional.empty(), false);
    assertThatThrownBy(() -> OnnxImport.read(OnnxFixtures.model("packed"), lengths))
        .hasMessageContaining("lengths (INT64, batch)");
    OnnxImport.Options missing =
        new OnnxImport.Options(Optional.of("tokens"), Optional.empty(), false);
    assertThatThrownBy(() -> OnnxImport.read(OnnxFixtures.model("packed"), missing))
        .hasMessageContainingAll("0 inputs", "ids (INT64, batch x steps)");
  }

  static Stream<Arguments> changes() {
    Map<String, Consumer<ModelProto.Builder>> changes = new LinkedHashMap<>();
    changes.put("has attribute clip", lstm(attribute("clip", AttributeType.FLOAT).setF(3)));
    changes.put(
        "has attribute input_forget", lstm(attribute("input_forget", AttributeType.INT).setI(1)));
    changes.put(
        "has activations [HardSigmoid, Tanh, Tanh]",
        lstm(
            attribute("activations", AttributeType.STRINGS)
                .addStrings(ByteString.copyFromUtf8("HardSigmoid"))
                .addStrings(ByteString.copyFromUtf8("Tanh"))
                .addStrings(ByteString.copyFromUtf8("Tanh"))));
    changes.put(
        "has direction sideways",
        lstm(
            attribute("direction", AttributeType.STRING)
                .setS(ByteString.copyFromUtf8("sideways"))));
    changes.put("has initial_h other than zeros", lstmInput(5, ones(1, 1, 2)));
    changes.put("has initial_c other than zeros", lstmInput(6, ones(1, 1, 2)));
    changes.put("has peepholes (P) other than zeros", lstmInput(7, ones(1, 6)));
    changes.put("has W of shape [1, 8, 3], expected [1, 12, 3]", lstmInput(2, ones(1, 8, 3)));
    changes.put("has W of shape [1, 8, 4], expected [1, 8, 3]", lstmInput(1, ones(1, 8, 4)));
    changes.put("has B of shape [1, 8], expected [1, 16]", lstmInput(3, ones(1, 8)));
    changes.put("operator set 3", onnx -> onnx.getOpsetImportBuilder(0).setVersion(3));
    changes.put(
        "operator LSTM (node /rnn/LSTM) has domain com.example",
        onnx -> node(onnx, "LSTM").setDomain("com.example"));
    changes.put(
        "operator QLinearMatMul (node /linear/Gemm)",
        onnx -> node(onnx, "Gemm").setOpType("QLinearMatMul"));
    changes.put(
        "the model defines functions: attention",
        onnx -> onnx.addFunctions(FunctionProto.newBuilder().setName("attention")));
    changes.put(
        "is in another file",
        onnx ->
            onnx.getGraphBuilder()
                .getInitializerBuilder(0)
                .setDataLocation(DataLocation.EXTERNAL)
                .addExternalData(
                    StringStringEntryProto.newBuilder()
                        .setKey("location")
                        .setValue("/etc/passwd")));
    changes.put(
        "does not have the size of its shape",
        onnx -> onnx.getGraphBuilder().getInitializerBuilder(0).setDims(0, 1000));
    changes.put(
        "has type FLOAT16",
        onnx ->
            onnx.getGraphBuilder()
                .getInitializerBuilder(0)
                .setDataType(TensorProto.DataType.FLOAT16.getNumber()));
    changes.put(
        "the input is ids (FLOAT, batch x steps), not token indices",
        onnx ->
            onnx.getGraphBuilder()
                .getInputBuilder(0)
                .getTypeBuilder()
                .getTensorTypeBuilder()
                .setElemType(TensorProto.DataType.FLOAT.getNumber()));
    changes.put(
        "the graph has 2 outputs: score, score",
        onnx -> onnx.getGraphBuilder().addOutput(onnx.getGraph().getOutput(0)));
    return changes.entrySet().stream()
        .map(change -> Arguments.of(change.getKey(), change.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void otherContentIsRejectedByName(String message, Consumer<ModelProto.Builder> change)
      throws IOException {
    Path file = OnnxFixtures.edited(folder, OnnxFixtures.model("lstm-opset11"), change);
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(InvalidOnnxModelException.class)
        .hasMessageStartingWith(file + " rejected: ")
        .hasMessageContaining(message);
  }

  @Test
  void zerosAsInitialStatesAndPeepholesAreAccepted() throws IOException {
    Path file =
        OnnxFixtures.edited(
            folder,
            OnnxFixtures.model("lstm-opset11"),
            onnx -> {
              lstmInput(5, zeros(1, 1, 2)).accept(onnx);
              lstmInput(7, zeros(1, 6)).accept(onnx);
            });
    assertThat(read(file).model(ROWS, true))
        .usingRecursiveComparison()
        .isEqualTo(read(OnnxFixtures.model("lstm-opset11")).model(ROWS, true));
  }

  @Test
  void batchFirstLayoutIsAccepted() throws IOException {
    Path file =
        OnnxFixtures.edited(
            folder,
            OnnxFixtures.model("lstm-opset11"),
            onnx -> {
              NodeProto.Builder lstm = node(onnx, "LSTM");
              lstm.setInput(0, node(onnx, "Transpose").getInput(0));
              lstm.addAttribute(attribute("layout", AttributeType.INT).setI(1));
              onnx.getGraphBuilder().getNodeBuilderList().stream()
                  .filter(node -> node.getInputList().contains(lstm.getOutput(1)))
                  .forEach(
                      node -> {
                        assertThat(node.getOpType()).isEqualTo("Gather");
                        node.clearAttribute()
                            .addAttribute(attribute("axis", AttributeType.INT).setI(1));
                      });
            });
    assertThat(read(file).model(ROWS, true))
        .usingRecursiveComparison()
        .isEqualTo(read(OnnxFixtures.model("lstm-opset11")).model(ROWS, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gathered-timestep", "position-mask", "masked-maximum", "packed"})
  void fixedLengthMayHavePaddingThatNoLayerReads(String name) throws IOException {
    Path file = OnnxFixtures.edited(folder, OnnxFixtures.model(name), OnnxImportTest::fixLength);
    assertThat(read(file).facts())
        .returns(Optional.of(9), ImportedOnnx.OnnxFacts::steps)
        .returns(true, ImportedOnnx.OnnxFacts::excludesPadding);
    assertThat(read(file).model(ROWS, true))
        .usingRecursiveComparison()
        .isEqualTo(read(OnnxFixtures.model(name)).model(ROWS, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gathered-timestep", "masked-maximum"})
  void fixedLengthWithALayerThatReadsPaddingIsRejected(String name) throws IOException {
    Path file =
        OnnxFixtures.edited(
            folder,
            OnnxFixtures.model(name),
            onnx -> {
              fixLength(onnx);
              onnx.getGraphBuilder().getNodeBuilderList().stream()
                  .filter(node -> node.getOpType().matches("LSTM|GRU"))
                  .forEach(OnnxImportTest::reverse);
            });
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(InvalidOnnxModelException.class)
        .hasMessageMatching(
            "(?s).*(reads padding|has read only the first|has read only the last).*");
  }

  private static void fixLength(ModelProto.Builder onnx) {
    onnx.getGraphBuilder()
        .getInputBuilder(0)
        .getTypeBuilder()
        .getTensorTypeBuilder()
        .getShapeBuilder()
        .getDimBuilder(1)
        .setDimValue(9);
  }

  private static void reverse(NodeProto.Builder node) {
    List<AttributeProto> others =
        node.getAttributeList().stream()
            .filter(attribute -> !attribute.getName().equals("direction"))
            .toList();
    node.clearAttribute()
        .addAllAttribute(others)
        .addAttribute(
            attribute("direction", AttributeType.STRING).setS(ByteString.copyFromUtf8("reverse")));
  }

  private static AttributeProto.Builder attribute(String name, AttributeType type) {
    return AttributeProto.newBuilder().setName(name).setType(type);
  }

  private static Consumer<ModelProto.Builder> lstm(AttributeProto.Builder attribute) {
    return onnx -> node(onnx, "LSTM").addAttribute(attribute);
  }

  private static Consumer<ModelProto.Builder> lstmInput(int index, TensorProto.Builder tensor) {
    return onnx -> {
      String name = "input_" + index;
      onnx.getGraphBuilder().addInitializer(tensor.setName(name));
      NodeProto.Builder node = node(onnx, "LSTM");
      while (node.getInputCount() <= index) {
        node.addInput("");
      }
      node.setInput(index, name);
    };
  }

  private static NodeProto.Builder node(ModelProto.Builder onnx, String operator) {
    return onnx.getGraphBuilder().getNodeBuilderList().stream()
        .filter(node -> node.getOpType().equals(operator))
        .findFirst()
        .orElseThrow();
  }

  private static TensorProto.Builder ones(long... shape) {
    return filled(1, shape);
  }

  private static TensorProto.Builder zeros(long... shape) {
    return filled(0, shape);
  }

  private static TensorProto.Builder filled(float value, long... shape) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setDataType(TensorProto.DataType.FLOAT.getNumber());
    Arrays.stream(shape).forEach(tensor::addDims);
    for (long i = Arrays.stream(shape).reduce(1, (a, b) -> a * b); i > 0; i--) {
      tensor.addFloatData(value);
    }
    return tensor;
  }

  @Test
  void otherFilesAreRejected() throws IOException {
    Path pickle = Files.write(folder.resolve("model.pkl"), new byte[] {(byte) 0x80, 4, 95, 1});
    Path zip = folder.resolve("model.pt");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("model/data.pkl"));
      out.putNextEntry(new ZipEntry("model/version"));
    }
    Path json = Files.writeString(folder.resolve("model.json"), "{\"a\": 1}");
    Path empty = Files.write(folder.resolve("empty.onnx"), new byte[0]);
    Map<Path, String> messages =
        Map.of(
            pickle,
            "a Python pickle",
            zip,
            "torch.save",
            json,
            "JSON",
            empty,
            "not an ONNX model",
            folder,
            "a folder",
            folder.resolve("missing.onnx"),
            "missing.onnx");
    messages.forEach(
        (file, message) ->
            assertThatThrownBy(() -> read(file))
                .isInstanceOf(InvalidOnnxModelException.class)
                .hasMessageContaining(message));
  }

  @ParameterizedTest
  @ValueSource(strings = {"packed", "gathered-timestep", "lstm-stacked-both-dynamo", "projected"})
  void corruptFileIsRejectedOrImported(String name) throws IOException {
    byte[] whole = Files.readAllBytes(OnnxFixtures.model(name));
    Random random = new Random(5);
    Path file = folder.resolve("damaged.onnx");
    int refused = 0;
    for (int i = 0; i < 300; i++) {
      byte[] damaged =
          Arrays.copyOf(whole, i % 4 == 0 ? random.nextInt(whole.length) : whole.length);
      for (int flips = random.nextInt(1, 12); flips > 0 && damaged.length > 0; flips--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      Files.write(file, damaged);
      try {
        ImportedOnnx read = read(file);
        assertThat(read.facts().tokens()).isPositive();
      } catch (InvalidOnnxModelException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(100, 300);
  }

  private static ImportedOnnx read(Path file) {
    return OnnxImport.read(file, DEFAULTS);
  }
}
