package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.trainer.pipeline.EmbeddingSettings;
import io.sentimentstreams.trainer.pipeline.TrainingPlan;
import io.sentimentstreams.trainer.train.PretrainedVectors.Tuning;
import io.sentimentstreams.trainer.train.TrainingSettings;
import io.sentimentstreams.trainer.train.layer.DropoutRates;
import io.sentimentstreams.trainer.train.optimizer.Clipping;
import io.sentimentstreams.trainer.train.optimizer.Optimizer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class PresetTest {

  private static final int WORDS_OF_THE_BOOK = 10_000;

  @TempDir private Path folder;
  private final TypedCommands commands = new TypedCommands();

  @ParameterizedTest
  @EnumSource(Preset.class)
  void everyOptionOfAPresetIsOneOfTrain(Preset preset) {
    CommandLine train = new CommandLine(train());
    assertThat(preset.options().keySet())
        .allSatisfy(option -> assertThat(train.getCommandSpec().findOption(option)).isNotNull());
  }

  /** Numbers that {@code summary()} of Keras prints for the networks of the book. */
  @ParameterizedTest
  @CsvSource({
    "embedding-dense, 80161",
    "simple-rnn, 322113",
    "stacked-simple-rnn, 328353",
    "lstm, 328353",
    "gru, 326369"
  })
  void networksHaveAsManyParametersAsTheBooks(String preset, long parameters) {
    assertThat(network("--preset", preset).parameterCount()).isEqualTo(parameters);
  }

  @Test
  void gloveDenseUsesTheWidthOfTheFile() throws IOException {
    Path vectors = folder.resolve("vectors.txt");
    Files.writeString(vectors, "the" + " 0.5".repeat(100) + "\n");
    TrainingPlan plan =
        plan("--preset", "glove-dense", "--pretrained-embeddings", vectors.toString());
    Network network = plan.architecture().network().apply(WORDS_OF_THE_BOOK);
    assertThat(network.parameterCount()).isEqualTo(1_320_065);
    assertThat(plan.architecture().embeddings())
        .map(EmbeddingSettings::tuning)
        .contains(Tuning.FROZEN);
    assertThat(plan.text().tokenizer().oovToken()).isEmpty();
    assertThat(Math.round(plan.data().validationSplit() * plan.data().limit().orElseThrow()))
        .isEqualTo(10_000);
    assertThat(plan.data().limit()).contains(10_200);
  }

  @Test
  void gloveDenseNeedsPretrainedEmbeddings() {
    assertThat(
            commands.run(
                "train",
                "--data",
                "reviews.csv",
                "--out",
                folder.resolve("m"),
                "--preset",
                "glove-dense"))
        .isEqualTo(2);
    assertThat(commands.err()).contains("--freeze-embeddings", "--pretrained-embeddings");
  }

  @Test
  void aWidthOtherThanThatOfTheFileIsRejected() throws IOException {
    Path vectors = folder.resolve("vectors.txt");
    Files.writeString(vectors, "the 1 2 3\n");
    assertThatThrownBy(
            () ->
                plan(
                    "--cell",
                    "gru",
                    "--embedding-dim",
                    "8",
                    "--pretrained-embeddings",
                    "" + vectors))
        .hasMessageContainingAll("--embedding-dim is 8", "--pretrained-embeddings", "width 3");
  }

  @Test
  void frozenEmbeddingsAreKeptAndOthersAreTrained() throws IOException {
    Path reviews = folder.resolve("reviews.csv");
    Files.writeString(reviews, "text,label\n" + "a lovely film,1\na weak film,0\n".repeat(20));
    Path vectors = folder.resolve("vectors.txt");
    Files.writeString(vectors, "lovely 0.5 -0.5\nunseen 1 1\nweak -0.25 0.75\n");
    for (boolean frozen : new boolean[] {true, false}) {
      Path model = folder.resolve("model-" + frozen);
      String printed =
          commands.succeed(
              "train",
              "--data",
              reviews,
              "--out",
              model,
              "--cell",
              "gru",
              "--units",
              "3",
              "--epochs",
              "2",
              "--workers",
              "1",
              "--pretrained-embeddings",
              vectors,
              "--freeze-embeddings=" + frozen);
      assertThat(printed).contains("width 2", "2 of 4 words", "(50.0 %)", "33.3 %");
      Bundle bundle = BundleReader.read(model).bundle();
      int lovely =
          Objects.requireNonNull(((Tokenizer) bundle.tokenizer()).wordIndex().get("lovely"));
      float[] weights = bundle.model().weight("embedding/embeddings");
      assertThat(weights[2 * lovely] == 0.5f && weights[2 * lovely + 1] == -0.5f).isEqualTo(frozen);
      assertThat(weights[2 * lovely]).isCloseTo(0.5f, within(0.1f));
    }
  }

  @ParameterizedTest
  @EnumSource(value = Preset.class, names = "GLOVE_DENSE", mode = EnumSource.Mode.EXCLUDE)
  void everyPresetTrainsLikeTheBook(Preset preset) {
    TrainingPlan plan = plan("--preset", preset.toString());
    TrainingSettings settings = plan.training();
    assertThat(settings.optimizer()).isEqualTo(Optimizer.RMSPROP);
    assertThat(settings.epochs()).isEqualTo(10);
    assertThat(settings.patience()).isGreaterThan(10);
    assertThat(settings.clipping()).isEqualTo(new Clipping.None());
    assertThat(settings.dropout()).isEqualTo(DropoutRates.none());
    assertThat(plan.architecture().network().apply(9).embedding().maskZero()).isFalse();
    assertThat(plan.text().tokenizer().numWords()).contains(WORDS_OF_THE_BOOK);
    assertThat(plan.invocation().preset()).contains(preset.toString());
  }

  @Test
  void typedOptionsOverrideThePreset() {
    Network network = network("--units", "64", "--preset", "lstm", "--mask-zero", "true");
    assertThat(network.layers()).contains(new Lstm("lstm", 64, false));
    assertThat(network.embedding().maskZero()).isTrue();
    assertThat(network.embedding().outputDim()).isEqualTo(32);
  }

  @Test
  void withoutAPresetTheDefaultsApply() {
    TrainingPlan plan = plan("--cell", "gru");
    assertThat(plan.training().optimizer()).isEqualTo(Optimizer.ADAM);
    assertThat(plan.invocation().preset()).isEmpty();
    assertThat(plan.architecture().network().apply(9).embedding().maskZero()).isTrue();
  }

  @Test
  void aPresetIsTrainedToItsLastEpochAndComparedWithTheBook() throws IOException {
    Path reviews = folder.resolve("reviews.csv");
    Files.writeString(
        reviews,
        "text,label\n"
            + "a lovely film,1\na weak film,0\na lovely cast,1\na weak cast,0\n".repeat(10));
    Path model = folder.resolve("model");

    String printed =
        commands.succeed(
            "train",
            "--data",
            reviews,
            "--out",
            model,
            "--preset",
            "embedding-dense",
            "--epochs",
            "3",
            "--workers",
            "1");

    assertThat(commands.err().lines().filter(line -> line.startsWith("epoch"))).hasSize(3);
    assertThat(printed)
        .containsPattern(
            "preset embedding-dense: .*[01]\\.\\d{4} in epoch [123], in the book 0\\.755");
    Bundle bundle = BundleReader.read(model).bundle();
    assertThat(bundle.manifest().training())
        .containsEntry("preset", "embedding-dense")
        .containsEntry("vocabulary", "all");
    assertThat(bundle.model().network().fixedLength()).contains(20);
    assertThat(bundle.newScorer().score("a lovely film " + "of some length ".repeat(9)).truncated())
        .isPositive();
  }

  private Network network(String... options) {
    return plan(options).architecture().network().apply(WORDS_OF_THE_BOOK);
  }

  private TrainingPlan plan(String... options) {
    TrainCommand train = train();
    List<String> typed = new ArrayList<>(List.of(options));
    typed.addAll(List.of("--data", "reviews.csv", "--out", folder.resolve("model").toString()));
    new CommandLine(train)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(typed.toArray(String[]::new));
    return train.plan();
  }

  private static TrainCommand train() {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    return new TrainCommand(nowhere, nowhere, InstantSource.system(), "train");
  }
}
