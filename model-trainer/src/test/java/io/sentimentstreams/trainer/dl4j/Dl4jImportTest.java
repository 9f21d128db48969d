package io.sentimentstreams.trainer.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Lstm;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.GravesLSTM;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.ModelSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Each import compares its scores with the library; these tests cover what is read and refused. */
class Dl4jImportTest {

  private static final int TOKENS = 20;
  private static final int WIDTH = 3;
  private static final int UNITS = 4;

  @TempDir private Path folder;

  @Test
  void anRnnOutputLayerAnswersAtTheLastTimestep() throws Exception {
    Dl4jModel model =
        imported(DataType.FLOAT, embedding().build(), lstm().build(), rnnOutput(UNITS));
    assertThat(model.model().network().layers())
        .element(1)
        .isEqualTo(new Lstm("lstm_1", UNITS, false));
  }

  @Test
  void weightsOfDoublePrecisionAreRead() throws Exception {
    Dl4jModel model =
        imported(
            DataType.DOUBLE,
            embedding().build(),
            new LastTimeStep(lstm().build()),
            output(UNITS, 1, Activation.SIGMOID));
    assertThat(model.model().network().parameterCount()).isEqualTo(60 + 48 + 64 + 16 + 5);
  }

  @Test
  void biasAndActivationOfAnEmbeddingArePartOfItsVectors() throws Exception {
    Dl4jModel model =
        imported(
            DataType.FLOAT,
            embedding().hasBias(true).biasInit(0.7).activation(Activation.TANH).build(),
            new GlobalPoolingLayer(PoolingType.AVG),
            output(WIDTH, 3, Activation.SOFTMAX));
    for (float value : model.model().weight("embeddingsequencelayer_0/embeddings")) {
      assertThat(value).isBetween(-1f, 1f);
    }
    assertThat(model.model().network().classes()).isEqualTo(3);
  }

  @Test
  void layersForTrainingAreIgnoredAndActivationsJoinTheirLayer() throws Exception {
    Dl4jModel model =
        imported(
            DataType.FLOAT,
            embedding().build(),
            new DropoutLayer(0.5),
            new FrozenLayer(new LastTimeStep(lstm().build())),
            new DenseLayer.Builder()
                .nIn(UNITS)
                .nOut(2)
                .hasBias(false)
                .activation(Activation.IDENTITY)
                .build(),
            new ActivationLayer(Activation.RELU),
            new DenseLayer.Builder().nIn(2).nOut(1).activation(Activation.IDENTITY).build(),
            new LossLayer.Builder(LossFunction.XENT).activation(Activation.SIGMOID).build());
    assertThat(model.trainingOnlyLayers()).containsExactly("1 (DropoutLayer)");
    List<Layer> layers = model.model().network().layers();
    assertThat(layers.subList(2, 4))
        .containsExactly(
            new Dense("denselayer_3", 2, Dense.Activation.RELU),
            new Dense("denselayer_5", 1, Dense.Activation.SIGMOID));
    assertThat(model.model().weight("denselayer_3/bias")).containsExactly(0, 0);
  }

  @Test
  @SuppressWarnings("deprecation") // Saved models may have the layer.
  void aGravesLstmIsReadIfItsPeepholesAreZero() throws Exception {
    MultiLayerNetwork network =
        network(
            DataType.FLOAT,
            embedding().build(),
            new LastTimeStep(
                new GravesLSTM.Builder()
                    .nIn(WIDTH)
                    .nOut(UNITS)
                    .activation(Activation.TANH)
                    .build()),
            output(UNITS, 1, Activation.SIGMOID));
    assertRefused(network, "layer 1", "GravesLSTM", "peephole", "LSTM");

    INDArray recurrent = network.getParam("1_RW");
    for (int row = 0; row < UNITS; row++) {
      for (int column = 4 * UNITS; column < 4 * UNITS + 3; column++) {
        recurrent.putScalar(row, column, 0);
      }
    }
    assertThat(Dl4jImport.read(file(network)).comparison().largestDifference()).isLessThan(1e-5);
  }

  @Test
  void whatWouldHaveOtherScoresIsRefusedByName() throws Exception {
    OutputLayer end = output(UNITS, 1, Activation.SIGMOID);
    assertRefused(
        network(
            DataType.FLOAT,
            embedding().build(),
            new LastTimeStep(new Bidirectional(Bidirectional.Mode.ADD, lstm().build())),
            end),
        "layer 1",
        "LastTimeStep",
        "inside Bidirectional");
    assertRefused(
        network(
            DataType.FLOAT,
            embedding().build(),
            new Bidirectional(Bidirectional.Mode.ADD, lstm().build()),
            rnnOutput(UNITS)),
        "layer 2",
        "RnnOutputLayer",
        "backward");
    assertRefused(
        network(
            DataType.FLOAT,
            embedding().build(),
            new LastTimeStep(lstm().gateActivationFunction(Activation.HARDSIGMOID).build()),
            end),
        "layer 1",
        "gate activation",
        "hardsigmoid");
    assertRefused(
        network(
            DataType.FLOAT,
            embedding().build(),
            new LastTimeStep(lstm().activation(Activation.SOFTSIGN).build()),
            end),
        "softsign",
        "TANH");
    assertRefused(
        network(
            DataType.FLOAT,
            embedding().build(),
            new LastTimeStep(
                new SimpleRnn.Builder()
                    .nIn(WIDTH)
                    .nOut(UNITS)
                    .activation(Activation.TANH)
                    .hasLayerNorm(true)
                    .build()),
            end),
        "layer normalization");
    assertRefused(
        network(
            DataType.FLOAT,
            embedding().build(),
            new GlobalPoolingLayer(PoolingType.SUM),
            output(WIDTH, 1, Activation.SIGMOID)),
        "SUM",
        "MAX or AVG");
    assertRefused(
        network(
            DataType.FLOAT,
            embedding().build(),
            new GlobalPoolingLayer(PoolingType.MAX),
            new BatchNormalization.Builder().nIn(WIDTH).nOut(WIDTH).build(),
            output(WIDTH, 1, Activation.SIGMOID)),
        "layer 2",
        "BatchNormalization",
        "not supported");
    assertRefused(
        network(
            DataType.FLOAT,
            embedding().build(),
            new LastTimeStep(lstm().build()),
            output(UNITS, 1, Activation.IDENTITY)),
        "sigmoid");
    assertRefused(
        network(
            DataType.FLOAT16,
            embedding().build(),
            new LastTimeStep(lstm().build()),
            output(UNITS, 1, Activation.SIGMOID)),
        "HALF",
        "convertDataType");
  }

  @ParameterizedTest
  @EnumSource(
      value = Activation.class,
      names = {"GELU", "LEAKYRELU", "RELU6", "HARDTANH", "HARDSIGMOID", "CUBE", "MISH"})
  void otherActivationsAreRefusedByName(Activation activation) throws Exception {
    assertRefused(
        network(
            DataType.FLOAT,
            embedding().build(),
            new GlobalPoolingLayer(PoolingType.AVG),
            new DenseLayer.Builder().nIn(WIDTH).nOut(2).activation(activation).build(),
            output(2, 1, Activation.SIGMOID)),
        "layer 2 (DenseLayer)",
        "the activation is ",
        "swish");
  }

  @Test
  void aPreprocessorIsRefusedByName() throws Exception {
    var configuration =
        new NeuralNetConfiguration.Builder()
            .list()
            .layer(embedding().build())
            .layer(lstm().build())
            .layer(output(UNITS, 1, Activation.SIGMOID))
            .inputPreProcessor(2, new RnnToFeedForwardPreProcessor())
            .build();
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    assertRefused(network, "layer 2", "RnnToFeedForwardPreProcessor");
  }

  @Test
  void corruptAndForeignFilesAreRefused() throws Exception {
    Path good =
        file(
            network(
                DataType.FLOAT,
                embedding().build(),
                new LastTimeStep(lstm().build()),
                output(UNITS, 1, Activation.SIGMOID)));
    String configuration = entry(good, "configuration.json");

    assertRefused(write("text.zip", "no zip".getBytes(StandardCharsets.UTF_8)), "zip file");
    assertRefused(folder.resolve("missing.zip"), "missing.zip");
    assertRefused(zip("empty.zip", "{}", null), "empty.zip");
    assertRefused(zip("json.zip", "{", null), "configuration.json is no JSON");
    assertRefused(zip("graph.zip", "{\"vertices\": {}}", null), "ComputationGraph");
    assertRefused(
        zip("class.zip", configuration.replaceFirst("org\\.nd4j\\.[\\w.]+", "java.io.File"), null),
        "java.io.File");
    assertRefused(
        zip(
            "hidden.zip",
            configuration
                .replaceFirst("org\\.nd4j\\.[\\w.]+", "java.io.File")
                .replaceFirst("@class", "\\\\u0040class"),
            null),
        "configuration.json");
    assertRefused(zip("none.zip", configuration, null), "coefficients.bin");
    assertRefused(zip("short.zip", configuration, new byte[] {0, 1}), "short.zip");
    assertRefused(zip("long.zip", configuration, coefficients(1L << 40)), "1099511627776");
    assertRefused(zip("minus.zip", configuration, coefficients(-1)), "-1");
    assertRefused(
        zip("wide.zip", configuration.replaceFirst("\"nin\" : 20", "\"nin\" : 2000000000"), null),
        "layer 0",
        "1 to 16777216, was 2000000000");
  }

  private static byte[] coefficients(long length) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF("MIXED_DATA_TYPES");
    out.writeLong(0);
    out.writeUTF("LONG");
    out.writeUTF("MIXED_DATA_TYPES");
    out.writeLong(length);
    out.writeUTF("FLOAT");
    return bytes.toByteArray();
  }

  private static EmbeddingSequenceLayer.Builder embedding() {
    return new EmbeddingSequenceLayer.Builder().nIn(TOKENS).nOut(WIDTH);
  }

  private static LSTM.Builder lstm() {
    return new LSTM.Builder()
        .nIn(WIDTH)
        .nOut(UNITS)
        .weightInit(WeightInit.XAVIER)
        .activation(Activation.TANH);
  }

  private static RnnOutputLayer rnnOutput(int inputs) {
    return new RnnOutputLayer.Builder(LossFunction.MCXENT)
        .nIn(inputs)
        .nOut(2)
        .activation(Activation.SOFTMAX)
        .build();
  }

  private static OutputLayer output(int inputs, int classes, Activation activation) {
    return new OutputLayer.Builder(LossFunction.MSE)
        .nIn(inputs)
        .nOut(classes)
        .activation(activation)
        .build();
  }

  private Dl4jModel imported(DataType type, org.deeplearning4j.nn.conf.layers.Layer... layers)
      throws IOException {
    return Dl4jImport.read(file(network(type, layers)));
  }

  private static MultiLayerNetwork network(
      DataType type, org.deeplearning4j.nn.conf.layers.Layer... layers) {
    var list = new NeuralNetConfiguration.Builder().seed(5).dataType(type).list();
    for (org.deeplearning4j.nn.conf.layers.Layer layer : layers) {
      list.layer(layer);
    }
    MultiLayerNetwork network = new MultiLayerNetwork(list.build());
    network.init();
    network.params().assign(Nd4j.rand(network.params().shape()).sub(0.5).castTo(type));
    return network;
  }

  private Path file(MultiLayerNetwork network) throws IOException {
    Path file = folder.resolve("network.zip");
    ModelSerializer.writeModel(network, file.toFile(), true);
    return file;
  }

  private void assertRefused(MultiLayerNetwork network, String... words) throws IOException {
    assertRefused(file(network), words);
  }

  private static void assertRefused(Path file, String... words) {
    assertThatThrownBy(() -> Dl4jImport.read(file))
        .isInstanceOf(InvalidDl4jModelException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContainingAll(words);
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private Path zip(String name, String configuration, byte @Nullable [] coefficients)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("configuration.json"));
      zip.write(configuration.getBytes(StandardCharsets.UTF_8));
      if (coefficients != null) {
        zip.putNextEntry(new ZipEntry("coefficients.bin"));
        zip.write(coefficients);
      }
    }
    return write(name, bytes.toByteArray());
  }

  private static String entry(Path zip, String name) throws IOException {
    try (var file = new java.util.zip.ZipFile(zip.toFile())) {
      return new String(
          file.getInputStream(file.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
