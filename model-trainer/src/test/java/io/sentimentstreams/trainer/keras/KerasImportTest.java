package io.sentimentstreams.trainer.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Lstm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Imported and rejected content of Keras files; ExchangeCommandsTest compares scores. */
class KerasImportTest {

  private static final String LSTM = "lstm-masked.keras";

  @TempDir private Path folder;

  @Test
  void layersKeepNamesAndSettings() {
    KerasModel keras = KerasImport.read(KerasFixtures.file(LSTM));
    assertThat(keras.model().network().layers())
        .containsExactly(
            new Embedding("embedding", 24, 5, true),
            new Lstm("lstm", 4, false),
            new Dense("dense", 1, Dense.Activation.SIGMOID));
    assertThat(keras.steps()).contains(9);
    assertThat(keras.kerasVersion()).startsWith("3.");
    assertThat(keras.sha256()).hasSize(64);
  }

  @Test
  void trainingOnlyLayersAreIgnored() {
    KerasModel keras = KerasImport.read(KerasFixtures.file("keras2-both-mean.h5"));
    assertThat(keras.trainingOnlyLayers()).containsExactly("spatial_dropout1d", "dropout");
    assertThat(keras.kerasVersion()).startsWith("2.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "recurrent_activation": "sigmoid" | "recurrent_activation": "hard_sigmoid" | layer lstm (LSTM) has recurrent_activation "hard_sigmoid"
          "activation": "tanh" | "activation": "relu" | layer lstm (LSTM) has activation "relu"
          "activation": "sigmoid" | "activation": "hard_sigmoid" | layer dense (Dense) has activation "hard_sigmoid"
          "activation": "sigmoid" | "activation": "softplus" | has 1 softplus unit
          "return_sequences": false, "return_state": false, "go_backwards": false | "return_sequences": true, "return_state": false, "go_backwards": true | layer lstm (LSTM) reverses the timesteps, but Keras does not reverse their mask
          "return_state": false | "return_state": true | layer lstm (LSTM) has return_state true
          "return_sequences": false | "return_sequences": true | dense
          "class_name": "LSTM" | "class_name": "ConvLSTM1D" | layer lstm (ConvLSTM1D)
          "module": "keras.layers" | "module": "my.layers" | my.layers.InputLayer
          "name": "float32" | "name": "int8_from_float32" | {"module":"keras","class_name":"DTypePolicy"
          "name": "float32" | "name": "bfloat16" | Build the model with dtype='float32'
          "class_name": "LSTM" | "class_name": "Masking" | layer lstm (Masking) is not supported. Mask zeros with mask_zero=True of the Embedding
          "class_name": "LSTM" | "class_name": "CuDNNLSTM" | layer lstm (CuDNNLSTM) is not supported. Build the model with LSTM
          "class_name": "LSTM" | "class_name": "Lambda" | layer lstm (Lambda) is not supported. Use layers instead of Python code
          "class_name": "LSTM" | "class_name": "Nextgen" | layer lstm (Nextgen) is not supported. Use Embedding, SimpleRNN, LSTM
          "class_name": "LSTM" | "class_name": "Softmax" | layer lstm (Softmax) reads a sequence. Use it after a layer that returns a vector
          "class_name": "LSTM" | "class_name": "Dense" | layer lstm (Dense) reads a sequence. Reduce the sequence first
          "class_name": "Dense" | "class_name": "GlobalMaxPooling1D" | layer dense (GlobalMaxPooling1D) includes masked timesteps
          "class_name": "Dense" | "class_name": "LeakyReLU" | layer dense (LeakyReLU) is not supported
          "class_name": "Dense" | "class_name": "Dropout" | the last layer, lstm, is no Dense layer. End the model with Dense(1, activation='sigmoid')
          "activation": "sigmoid" | "activation": "linear" | the last layer, dense (Dense), has 1 linear unit, so its outputs are no probabilities. Add --from-logits
          "activation": "sigmoid" | "activation": null | the last layer, dense (Dense), has 1 linear unit,
          "activation": "sigmoid" | "activation": "tanh" | the last layer, dense (Dense), has 1 tanh unit. End the model with Dense(1, activation='sigmoid')
          "activation": "sigmoid" | "activation": "softmax" | has 1 softmax unit, which is always 1
          "activation": "sigmoid" | "activation": {"class_name": "function", "config": "mine"} | layer dense (Dense) has activation {"class_name":"function","config":"mine"}. Use one of linear, relu
          "activation": "sigmoid" | "activation": {"module": "keras.layers", "class_name": "ReLU", "config": {"name": "r", "max_value": 6.0}} | layer r (ReLU) has the unsupported setting max_value
          "registered_name": null, "build_config" | "registered_name": "mine>Embedding", "build_config" | layer embedding has the custom class
          "quantization_config": null | "quantization_config": {} | quantization_config
          "class_name": "Sequential" | "class_name": "Mine" | 'Mine'
          "units": 4 | "units": 5 | weight lstm/kernel has shape [5, 16]
          "units": 4 | "units": -4 | layer lstm (LSTM) has units -4
          "input_dim": 24 | "input_dim": 16777216 | weight embedding/embeddings has shape [24, 5]
          "output_dim": 5 | "output_dim": 16777216 | 133169152
          "layers": [ | "layers": 7, "layer": [ | 1000
          "class_name": "Embedding" | "class_name": "Dropout" | Embedding
          """)
  void modelsWithOtherScoresAreRejected(String from, String to, String message) throws IOException {
    Path file = KerasFixtures.edited(folder, LSTM, from, to);
    assertThatThrownBy(() -> KerasImport.read(file))
        .isInstanceOf(InvalidKerasModelException.class)
        .hasMessageStartingWith(file + " rejected: ")
        .hasMessageContaining(message)
        .hasMessageNotContainingAny("[Embedding[", "Lstm[");
  }

  @Test
  void namesThatBundlesDoNotAcceptAreReplaced() throws IOException {
    Path file =
        KerasFixtures.edited(
            folder,
            LSTM,
            config ->
                config
                    .replace("\"name\": \"lstm\"", "\"name\": \"a/b\"")
                    .replace("\"name\": \"dense\"", "\"name\": \"a>b\""));
    assertThat(KerasImport.read(file).model().network().layers())
        .extracting(Layer::name)
        .containsExactly("embedding", "a_b", "a_b-2");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"stateful\": false', '\"stateful\": true', 'layer lstm is stateful; each text is scored'",
    "'\"name\": \"float32\"', '\"name\": \"mixed_float16\"', Keras computes in float16",
    "'\"name\": \"float32\"', '\"name\": \"float64\"', Keras computes in float64",
  })
  void harmlessDifferencesAreNoted(String from, String to, String note) throws IOException {
    Path file = KerasFixtures.edited(folder, LSTM, from, to);
    assertThat(KerasImport.read(file).notes()).anyMatch(each -> each.startsWith(note));
    assertThat(KerasImport.read(KerasFixtures.file(LSTM)).notes()).isEmpty();
  }

  @Test
  void logitsOptionOfAModelWithProbabilitiesIsRejected() {
    assertThatThrownBy(() -> KerasImport.read(KerasFixtures.file(LSTM), true, Optional.empty()))
        .hasMessageContaining("the last layer, dense, applies sigmoid")
        .hasMessageContaining("Remove --from-logits");
  }

  @Test
  void lossInTheFileSaysThatOutputsAreLogits() {
    KerasModel keras = KerasImport.read(KerasFixtures.file("logits.keras"));
    assertThat(keras.notes())
        .containsExactly(
            "the outputs are logits (from_logits in the loss); scores are their sigmoid");
    assertThat(keras.model().network().output().activation()).isEqualTo(Dense.Activation.SIGMOID);
    assertThat(KerasImport.read(KerasFixtures.file("class-logits.h5")).notes())
        .containsExactly(
            "the outputs are logits (from_logits in the loss); scores are their softmax");
  }

  @Test
  void layersOfTensorFlow213AreFoundByTheirNumber() {
    for (String version : List.of("tf213", "tf214")) {
      KerasModel keras = KerasImport.read(KerasFixtures.file(version + "-stacked.keras"));
      assertThat(keras.model().network().layers())
          .extracting(Layer::name)
          .contains("embedding", "first", "lstm", "lstm_1", "lstm_7", "dense");
      assertThat(keras.kerasVersion()).startsWith("2.1");
    }
  }

  @Test
  void normalizationBecomesPartOfTheLayerBeforeIt() {
    KerasModel keras = KerasImport.read(KerasFixtures.file("normalized.keras"));
    assertThat(keras.notes())
        .containsExactly(
            "batch_normalization is part of layer embedding",
            "batch_normalization_1 is a Dense layer in the bundle",
            "batch_normalization_2 is part of layer dense",
            "re_lu is part of layer dense",
            "batch_normalization_3 is part of layer dense_1",
            "softmax is part of layer dense_1");
  }

  @Test
  void maxPoolingOverMaskedTimestepsIsRejected() throws IOException {
    Path file =
        KerasFixtures.edited(
            folder, "both-mean.keras", "GlobalAveragePooling1D", "GlobalMaxPooling1D");
    assertThatThrownBy(() -> KerasImport.read(file))
        .hasMessageContaining("layer global_average_pooling1d ");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"batch_shape\": [null, 9]', '\"batch_shape\": [null, null]', Flatten",
    "'\"mask_zero\": false', '\"mask_zero\": true', Flatten",
  })
  void flattenOfVariableLengthIsRejected(String from, String to, String message)
      throws IOException {
    Path file = KerasFixtures.edited(folder, "flattened.keras", from, to);
    assertThatThrownBy(() -> KerasImport.read(file))
        .isInstanceOf(InvalidKerasModelException.class)
        .hasMessageContaining(message);
  }

  @Test
  void unmergedDirectionsAreRejected() throws IOException {
    Path file =
        KerasFixtures.edited(
            folder, "both-mean.keras", "\"merge_mode\": \"concat\"", "\"merge_mode\": null");
    assertThatThrownBy(() -> KerasImport.read(file)).hasMessageContaining("merge_mode none");
  }

  @Test
  void differentDirectionsAreRejected() throws IOException {
    Path file =
        KerasFixtures.edited(
            folder,
            "both-mean.keras",
            config -> {
              int second = config.lastIndexOf("\"units\": 3", config.indexOf("\"Dropout\""));
              return config.substring(0, second) + "\"units\": 5" + config.substring(second + 10);
            });
    assertThatThrownBy(() -> KerasImport.read(file))
        .hasMessageContaining("layer bidirectional (Bidirectional)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "output_layers": [" | "output_layers": ["gru", " | output_layers are [gru, dense_2]
          "input_layers": [" | "input_layers": ["other", " | input_layers are [other, input_layer_2]
          "keras_history": ["gru" | "keras_history": ["embedding_2" | layer dense_2 reads [embedding_2]
          "keras_history": ["not_equal_1" | "keras_history": ["embedding_2" | layer gru reads [embedding_2, embedding_2]
          }}, 0], "kwargs" | }}, 7], "kwargs" | layer not_equal_1 reads [input_layer_2]
          "mask": {"class_name" | "initial_state": {"class_name" | layer gru reads [embedding_2, not_equal_1]
          """)
  void modelThatIsNotAChainIsRejected(String from, String to, String message) throws IOException {
    Path file = KerasFixtures.edited(folder, "gru-reset-after.keras", from, to);
    assertThatThrownBy(() -> KerasImport.read(file)).hasMessageContaining(message);
  }

  @Test
  void maskWithoutEmbeddingMaskIsRejected() throws IOException {
    Path file =
        KerasFixtures.edited(
            folder, "gru-reset-after.keras", "\"mask_zero\": true", "\"mask_zero\": false");
    assertThatThrownBy(() -> KerasImport.read(file)).hasMessageContaining("[not_equal_1]");
  }

  @Test
  void malformedArchitectureIsRejected() throws IOException {
    Path file = KerasFixtures.edited(folder, LSTM, config -> "{");
    assertThatThrownBy(() -> KerasImport.read(file))
        .isInstanceOf(InvalidKerasModelException.class)
        .hasMessageContaining("JSON");
  }

  @Test
  void tooLargeArchitectureIsRejected() throws IOException {
    Path file = KerasFixtures.edited(folder, LSTM, config -> config + " ".repeat(17 << 20));
    assertThat(Files.size(file)).isLessThan(200_000);
    assertThatThrownBy(() -> KerasImport.read(file))
        .isInstanceOf(InvalidKerasModelException.class)
        .hasMessageContaining("config.json exceeds 16777216 bytes");
  }

  @Test
  void weightsWithoutArchitectureAreRejected() {
    Path file = folder.resolve("weights.h5");
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      hdf.putDataset("weights", new float[] {1, 2});
    }
    assertThatThrownBy(() -> KerasImport.read(file))
        .isInstanceOf(InvalidKerasModelException.class)
        .hasMessageContaining("save_weights");
  }

  @Test
  void otherFilesAreNamed() throws IOException {
    assertNamed(new byte[0], "the file is empty");
    assertNamed("{\"class_name\": 1}".getBytes(StandardCharsets.UTF_8), "model.to_json()");
    assertNamed(new byte[] {(byte) 0x80, 4, (byte) 0x95, 0}, "Python pickle");
    assertNamed("....TFL3...".getBytes(StandardCharsets.UTF_8), "TensorFlow Lite");
    Path saved = Files.createDirectories(folder.resolve("saved"));
    Files.createFile(saved.resolve("saved_model.pb"));
    assertThatThrownBy(() -> KerasImport.read(saved)).hasMessageContaining("SavedModel");
    Path unzipped = Files.createDirectories(folder.resolve("unzipped"));
    Files.createFile(unzipped.resolve("model.weights.h5"));
    assertThatThrownBy(() -> KerasImport.read(unzipped)).hasMessageContaining("not zipped");
  }

  private void assertNamed(byte[] content, String message) throws IOException {
    Path file = Files.write(folder.resolve("file"), content);
    assertThatThrownBy(() -> KerasImport.read(file))
        .isInstanceOf(InvalidKerasModelException.class)
        .hasMessageContaining(message);
  }

  @Test
  void fileThatIsTooLargeNamesTheOptimizer() {
    assertThat(KerasFile.tooLarge("the file", 3_000_000_000L, KerasFile.MAX_FILE_BYTES, 2_000))
        .hasMessage(
            "the file has 3000000000 bytes, the limit is 2147483647; 2000 of them are the state of"
                + " the optimizer")
        .extracting(UnsupportedKerasModelException::remedy)
        .asString()
        .contains("compile=False");
  }

  @Test
  void otherFilesAreRejected() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "lstm");
    assertThatThrownBy(() -> KerasImport.read(text))
        .isInstanceOf(InvalidKerasModelException.class)
        .hasMessageContaining("HDF5");
    assertThatThrownBy(() -> KerasImport.read(folder))
        .isInstanceOf(InvalidKerasModelException.class)
        .hasMessageContaining("folder");
    assertThatThrownBy(() -> KerasImport.read(folder.resolve("missing.keras")))
        .isInstanceOf(InvalidKerasModelException.class)
        .hasMessageContaining("missing.keras");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lstm-unmasked.h5", LSTM})
  void corruptFileIsRejectedOrImported(String name) throws IOException {
    byte[] whole = Files.readAllBytes(KerasFixtures.file(name));
    Random random = new Random(5);
    Path file = folder.resolve(name);
    int refused = 0;
    for (int i = 0; i < 400; i++) {
      byte[] damaged =
          Arrays.copyOf(whole, i % 4 == 0 ? random.nextInt(whole.length) : whole.length);
      for (int flips = random.nextInt(1, 30); flips > 0 && damaged.length > 8; flips--) {
        damaged[random.nextInt(8, damaged.length)] = (byte) random.nextInt();
      }
      Files.write(file, damaged);
      try {
        assertThat(KerasImport.read(file).model().network().layers()).hasSize(3);
      } catch (InvalidKerasModelException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(200, 400);
  }
}
