package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.trainer.keras.KerasFixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Import from Deeplearning4j and export to it on the command line. */
class Dl4jCommandsTest {

  /** Index 0 is a word, as in many vocabularies of Deeplearning4j. */
  private static final List<String> WORDS =
      List.of("bad", "good", "film", "boring", "lovely", "cast", "unk", "a");

  private static final Path TOKENIZER = KerasFixtures.file("tokenizer.json");

  @TempDir private Path folder;

  private final TypedCommands commands = new TypedCommands();

  @ParameterizedTest
  @CsvSource({
    "bad film,0 2",
    "good good bad,1 1 0",
    "what a lovely film,6 7 4 2",
    "bad,0",
    "A boring CAST what else,7 3 5 6 6"
  })
  void importedBundleHasTheScoresOfTheNetwork(String text, String ids) throws IOException {
    MultiLayerNetwork network = network(WORDS.size(), 1);
    String printed = commands.succeed(command(file(network), vocabulary()));
    assertThat(printed)
        .contains("4 layers", "texts are scored without padding", "scores of 16 random sequences");
    assertThat(commands.err()).isEmpty();

    Bundle bundle = BundleReader.read(out()).bundle();
    assertThat(bundle.golden()).hasSizeGreaterThan(5);
    assertThat(bundle.newScorer().score(text).score())
        .isCloseTo(score(network, ids(ids)), within(1e-5));
  }

  @Test
  void paddedTextsHaveTheScoresOfPaddedSequences() throws IOException {
    MultiLayerNetwork network = network(24, 1);
    commands.succeed(
        command(file(network), "--tokenizer", TOKENIZER, "--padding", "pre", "--max-length", 9));
    assertThat(commands.out()).contains("texts are padded");
    Bundle bundle = BundleReader.read(out()).bundle();
    assertThat(bundle.encoder().encode("a lovely film").ids()).containsExactly(5, 14, 6);
    assertThat(bundle.newScorer().score("a lovely film").score())
        .isCloseTo(score(network, 0, 0, 0, 0, 0, 0, 5, 14, 6), within(1e-5));
  }

  @Test
  void modelCardNamesTheOriginAndTheComparison() throws IOException {
    commands.succeed(
        command(
            file(network(24, 3)),
            "--tokenizer",
            TOKENIZER,
            "--max-length",
            9,
            "--labels",
            "a,b,c"));
    assertThat(BundleReader.read(out()).bundle().manifest().labels())
        .containsExactly("a", "b", "c");
    assertThat(Files.readString(out().resolve("README.md")))
        .contains("Imported from `network.zip`", "Deeplearning4j", "16 scores were compared");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--max-length 9|--tokenizer",
        "--tokenizer TOKENIZER --vocabulary WORDS --max-length 9|mutually exclusive",
        "--tokenizer TOKENIZER --unknown x --max-length 9|--vocabulary",
        "--tokenizer TOKENIZER|Add --max-length",
        "--tokenizer TOKENIZER --max-length 0|0",
        "--tokenizer TOKENIZER --max-length 9 --labels a,b,c|label",
        "--vocabulary WORDS --unknown unk --max-length 9 --padding post|Add --padding-token",
      })
  void optionsThatDoNotFitAreUsageErrors(String options, String message) throws IOException {
    Path words = words();
    Object[] typed =
        Arrays.stream(options.split(" "))
            .map(
                option ->
                    switch (option) {
                      case "TOKENIZER" -> TOKENIZER;
                      case "WORDS" -> words;
                      default -> option;
                    })
            .toArray();
    assertThat(commands.run(command(file(network(24, 1)), typed))).isEqualTo(2);
    assertThat(commands.err()).contains(message);
    assertThat(out()).doesNotExist();
  }

  @Test
  void vocabularyThatIsLargerThanTheEmbeddingIsRefused() throws IOException {
    assertThat(commands.run(command(file(network(5, 1)), vocabulary()))).isEqualTo(1);
    assertThat(commands.err()).contains("has the index 5, but the embedding has 5 vectors");
    assertThat(out()).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"both-mean.keras,import-keras", "both-max.h5,import-keras", "tokenizer.json,JSON"})
  void fileOfAnotherKindIsNamed(String name, String word) {
    Path file = KerasFixtures.file(name);
    assertThat(commands.run(command(file, "--tokenizer", TOKENIZER, "--max-length", 9)))
        .isEqualTo(1);
    assertThat(commands.err()).contains(file.toString(), word).hasLineCount(1);
    assertThat(out()).doesNotExist();
  }

  @Test
  void existingBundleIsKept() throws IOException {
    Object[] command = command(file(network(24, 1)), "--tokenizer", TOKENIZER, "--max-length", 9);
    commands.succeed(command);
    assertThat(commands.run(command)).isEqualTo(2);
    assertThat(commands.err()).contains(out().toString(), "--overwrite");
  }

  @Test
  void exportedNetworkHasTheScoresOfTheBundle() throws IOException {
    commands.succeed(
        "import-keras",
        KerasFixtures.file("both-mean.keras"),
        "--tokenizer",
        TOKENIZER,
        "--out",
        out());
    Path dl4j = folder.resolve("model.zip");
    Path onnx = folder.resolve("model.onnx");
    assertThat(commands.succeed("export", out(), "--dl4j", dl4j, "--onnx", onnx))
        .contains("wrote " + dl4j + ": ", "wrote " + onnx + ": ")
        .hasLineCount(2);

    Bundle bundle = BundleReader.read(out()).bundle();
    MultiLayerNetwork network = ModelSerializer.restoreMultiLayerNetwork(dl4j.toFile());
    for (String text : List.of("a lovely film", "boring", "what a cast what a film")) {
      var encoded = bundle.encoder().encode(text);
      int[] ids = Arrays.stream(encoded.ids()).filter(id -> id != 0).toArray();
      assertThat(score(network, ids))
          .isCloseTo(bundle.newScorer().score(text).score(), within(1e-5));
    }
  }

  /** Deeplearning4j's own results depend on padding at the start, so padding is at the end. */
  @ParameterizedTest
  @ValueSource(strings = {"lstm-masked.keras", "stacked-simple-rnn.keras"})
  void exportedNetworkAcceptsBatchesThatArePaddedAtTheEnd(String model) throws IOException {
    commands.succeed(
        "import-keras", KerasFixtures.file(model), "--tokenizer", TOKENIZER, "--out", out());
    Path dl4j = folder.resolve("model.zip");
    commands.succeed("export", out(), "--dl4j", dl4j);
    MultiLayerNetwork network = ModelSerializer.restoreMultiLayerNetwork(dl4j.toFile());
    INDArray ids = Nd4j.createFromArray(new float[][] {{5, 14, 6, 3}, {7, 2, 0, 0}});
    INDArray mask = Nd4j.createFromArray(new float[][] {{1, 1, 1, 1}, {1, 1, 0, 0}});
    INDArray scores = network.output(ids, false, mask, null);
    network.clearLayerMaskArrays();
    assertThat(scores.getDouble(0)).isCloseTo(score(network, 5, 14, 6, 3), within(1e-5));
    assertThat(scores.getDouble(1)).isCloseTo(score(network, 7, 2), within(1e-5));
  }

  @Test
  void exportWithoutAnOutputIsAUsageError() {
    assertThat(commands.run("export", folder)).isEqualTo(2);
    assertThat(commands.err()).contains("Add --onnx or --dl4j.");
  }

  @Test
  void refusedExportWritesNoFile() {
    commands.succeed(
        "import-keras",
        KerasFixtures.file("gru-reset-after.keras"),
        "--tokenizer",
        TOKENIZER,
        "--out",
        out());
    Path dl4j = folder.resolve("model.zip");
    Path onnx = folder.resolve("model.onnx");
    assertThat(commands.run("export", out(), "--dl4j", dl4j, "--onnx", onnx)).isEqualTo(1);
    assertThat(commands.err()).contains("no export to Deeplearning4j", "Gru", "--onnx");
    assertThat(dl4j).doesNotExist();
    assertThat(onnx).doesNotExist();
  }

  private Path out() {
    return folder.resolve("imported");
  }

  private Path words() throws IOException {
    return Files.write(folder.resolve("words.txt"), WORDS);
  }

  private Object[] vocabulary() throws IOException {
    return new Object[] {"--vocabulary", words(), "--max-length", 9};
  }

  private Object[] command(Path file, Object... options) {
    List<Object> command = new ArrayList<>(List.of("import-dl4j", file, "--out", out()));
    command.addAll(List.of(options));
    return command.toArray();
  }

  /** A network whose configuration has input types, as most examples of the library do. */
  private static MultiLayerNetwork network(int tokens, int outputs) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(5)
                .list()
                .layer(new EmbeddingSequenceLayer.Builder().nIn(tokens).nOut(3).build())
                .layer(new LSTM.Builder().nIn(3).nOut(4).activation(Activation.TANH).build())
                .layer(
                    new LastTimeStep(
                        new LSTM.Builder().nIn(4).nOut(4).activation(Activation.TANH).build()))
                .layer(
                    new OutputLayer.Builder(LossFunction.MSE)
                        .nIn(4)
                        .nOut(outputs)
                        .activation(outputs == 1 ? Activation.SIGMOID : Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.recurrent(tokens))
                .build());
    network.init();
    network.params().muli(2);
    return network;
  }

  private Path file(MultiLayerNetwork network) throws IOException {
    Path file = folder.resolve("network.zip");
    ModelSerializer.writeModel(network, file.toFile(), true);
    return file;
  }

  private static int[] ids(String text) {
    return Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  private static double score(MultiLayerNetwork network, int... ids) {
    return network
        .output(Nd4j.createFromArray(ids).castTo(DataType.FLOAT).reshape(1, ids.length))
        .getDouble(0);
  }
}
