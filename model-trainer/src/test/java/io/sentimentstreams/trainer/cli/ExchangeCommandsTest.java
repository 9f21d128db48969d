package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.model.text.IndexOffsets;
import io.sentimentstreams.trainer.keras.KerasFixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Import from Keras and export to ONNX on the command line. */
class ExchangeCommandsTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Path TOKENIZER = KerasFixtures.file("tokenizer.json");

  @TempDir private Path folder;

  private final TypedCommands commands = new TypedCommands();

  @ParameterizedTest
  @FieldSource("io.sentimentstreams.trainer.keras.KerasFixtures#MODELS")
  void importedBundleGivesTheScoresOfKeras(String model) throws IOException {
    Path out = folder.resolve("imported");
    String printed =
        commands.succeed(
            "import-keras",
            KerasFixtures.file(model),
            "--tokenizer",
            TOKENIZER,
            "--out",
            out,
            "--check",
            KerasFixtures.samples(model));
    assertThat(printed).contains("12 scores agree");
    assertThat(commands.err()).isEmpty();

    LoadedBundle loaded = BundleReader.read(out);
    assertThat(loaded.bundle().golden()).hasSizeGreaterThan(5);
    TextScorer scorer = loaded.bundle().newScorer();
    List<Double> scores = new ArrayList<>();
    for (String line : Files.readAllLines(KerasFixtures.samples(model))) {
      JsonNode sample = MAPPER.readTree(line);
      if (sample.has("text")) {
        double score = scorer.score(sample.path("text").asText()).score();
        assertThat(score).isCloseTo(sample.path("score").asDouble(), Offset.offset(1e-5));
        scores.add(score);
      }
    }
    assertThat(scores).hasSize(8).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @FieldSource("io.sentimentstreams.trainer.keras.KerasFixtures#VARIANTS")
  void importedVariantGivesTheScoresOfKeras(String model) {
    assertThat(importChecked(model)).contains("12 scores agree");
    assertThat(commands.err()).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("io.sentimentstreams.trainer.keras.KerasFixtures#HALF_PRECISION")
  void modelOfHalfPrecisionAgreesWithinItsRounding(String model) {
    assertThat(importChecked(model)).contains("12 scores agree", "the bundle in float32");
  }

  @Test
  void logitsThatTheFileDoesNotNameNeedAnOption() {
    Object[] command = importCommand(KerasFixtures.UNSAID_LOGITS);
    assertThat(commands.run(command)).isEqualTo(1);
    assertThat(commands.err()).contains("has 1 linear unit", "--from-logits").hasLineCount(1);
    assertThat(importChecked(KerasFixtures.UNSAID_LOGITS, "--from-logits"))
        .contains("12 scores agree", "note: the outputs are logits; scores are their sigmoid");
  }

  @Test
  void indicesOfLoadDataAreAppliedToTexts() throws IOException {
    assertThat(
            importChecked(
                KerasFixtures.LOAD_DATA, "--start-id", 1, "--index-from", 3, "--oov-id", 2))
        .contains("12 scores agree");
    LoadedBundle loaded = BundleReader.read(folder.resolve("imported"));
    assertThat(loaded.bundle().manifest().text().offsets())
        .contains(new IndexOffsets(Optional.of(1), 3, Optional.of(2), 24));
    assertThat(commands.succeed("inspect", folder.resolve("imported"), "--json"))
        .contains("\"startId\" : 1");
    Path onnx = folder.resolve("model.onnx");
    commands.succeed("export", folder.resolve("imported"), "--onnx", onnx);
    assertThat(Files.readString(onnx, StandardCharsets.ISO_8859_1))
        .contains("startId", "indexFrom", "oovId", "numWords");
  }

  @Test
  void missingIndicesOfLoadDataAreNamed() {
    assertThat(commands.run(importCommand(KerasFixtures.LOAD_DATA))).isEqualTo(1);
    assertThat(commands.err())
        .contains(
            "Add --padding pre --truncating pre --start-id 1 --index-from 3 --oov-id 2; all texts"
                + " then agree.");
  }

  @Test
  void impossibleStartIndexIsAUsageError() {
    assertThat(commands.run(importCommand(KerasFixtures.LOAD_DATA, "--start-id", 24))).isEqualTo(2);
    assertThat(commands.err()).contains("--start-id must be 1 to 23, was 24");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
  void sampleScoreThatIsNoNumberIsNamed(String score) throws IOException {
    Path samples =
        Files.writeString(
            folder.resolve("samples.jsonl"), "{\"text\": \"a\", \"score\": " + score + "}\n");
    assertThat(
            commands.run(
                "import-keras",
                KerasFixtures.file("lstm-masked.keras"),
                "--tokenizer",
                TOKENIZER,
                "--out",
                folder.resolve("imported"),
                "--check",
                samples))
        .isEqualTo(1);
    assertThat(commands.err())
        .contains("line 1: the score is " + score)
        .doesNotContain("JsonReadFeature");
  }

  private String importChecked(String model, Object... options) {
    return commands.succeed(importCommand(model, options));
  }

  private Object[] importCommand(String model, Object... options) {
    List<Object> command =
        new ArrayList<>(
            List.of(
                "import-keras",
                KerasFixtures.file(model),
                "--tokenizer",
                TOKENIZER,
                "--out",
                folder.resolve("imported"),
                "--check",
                KerasFixtures.samples(model)));
    command.addAll(List.of(options));
    return command.toArray();
  }

  @Test
  void importedBundleOfThreeClassesGivesTheProbabilitiesOfKeras() throws IOException {
    Path out = folder.resolve("imported");
    String printed =
        commands.succeed(
            "import-keras",
            KerasFixtures.file(KerasFixtures.THREE_CLASSES),
            "--tokenizer",
            TOKENIZER,
            "--out",
            out,
            "--labels",
            "bad,fair,good",
            "--check",
            KerasFixtures.samples(KerasFixtures.THREE_CLASSES));

    assertThat(printed).contains("12 scores agree");
    assertThat(BundleReader.read(out).bundle().manifest().labels())
        .containsExactly("bad", "fair", "good");
    assertThat(commands.succeed("predict", "--bundle", out, "What a lovely film, what a cast!"))
        .startsWith("bad (bad 0.5530, fair 0.4263, good 0.0207); 7 tokens");
    assertThat(commands.succeed("export", out, "--onnx", folder.resolve("three.onnx")))
        .contains("batch x 3");
  }

  @Test
  void modelCardNamesTheOriginOfTheModel() throws IOException {
    Path out = folder.resolve("imported");
    commands.succeed(
        "import-keras",
        KerasFixtures.file("both-mean.keras"),
        "--tokenizer",
        TOKENIZER,
        "--out",
        out);
    assertThat(commands.out()).contains(": spatial_dropout1d, dropout");
    assertThat(commands.err()).contains("warning: ", "--check");
    assertThat(Files.readString(out.resolve("README.md")))
        .contains("Imported from `both-mean.keras`", "which Keras 3.", "were not compared")
        .doesNotContain("unknown");
  }

  @Test
  void paddingOtherThanThatOfTrainingIsRejected() {
    Path out = folder.resolve("imported");
    int exit =
        commands.run(
            "import-keras",
            KerasFixtures.file("lstm-unmasked.h5"),
            "--tokenizer",
            TOKENIZER,
            "--out",
            out,
            "--padding",
            "post",
            "--check",
            KerasFixtures.samples("lstm-unmasked.h5"));
    assertThat(exit).isEqualTo(1);
    assertThat(commands.err())
        .contains("line 1: ", "Add --padding pre --truncating pre; all texts then agree.")
        .hasLineCount(1);
    assertThat(out).doesNotExist();
  }

  @Test
  void lengthOtherThanThatOfTheModelIsAUsageError() {
    int exit =
        commands.run(
            "import-keras",
            KerasFixtures.file("lstm-masked.keras"),
            "--tokenizer",
            TOKENIZER,
            "--out",
            folder.resolve("imported"),
            "--max-length",
            12);
    assertThat(exit).isEqualTo(2);
    assertThat(commands.err()).contains("--max-length is 12", "length of 9");
  }

  @Test
  void tokenizerWithMoreWordsThanTheEmbeddingIsAUsageError() throws IOException {
    String json = Files.readString(TOKENIZER);
    assertThat(json).contains("\"num_words\": 24");
    Path larger =
        Files.writeString(
            folder.resolve("larger.json"), json.replace("\"num_words\": 24", "\"num_words\": 26"));
    int exit =
        commands.run(
            "import-keras",
            KerasFixtures.file("lstm-masked.keras"),
            "--tokenizer",
            larger,
            "--out",
            folder.resolve("imported"));
    assertThat(exit).isEqualTo(2);
    assertThat(commands.err()).contains("up to 25", "up to 23");
  }

  @Test
  void existingBundleIsKept() {
    Path out = folder.resolve("imported");
    Object[] command = {
      "import-keras",
      KerasFixtures.file("lstm-masked.keras"),
      "--tokenizer",
      TOKENIZER,
      "--out",
      out
    };
    commands.succeed(command);
    assertThat(commands.run(command)).isEqualTo(2);
    assertThat(commands.err()).contains(out.toString(), "--overwrite");
  }

  @Test
  void importedBundleIsExported() {
    Path out = folder.resolve("imported");
    commands.succeed(
        "import-keras",
        KerasFixtures.file("both-mean.keras"),
        "--tokenizer",
        TOKENIZER,
        "--out",
        out);
    Path onnx = folder.resolve("model.onnx");
    assertThat(commands.succeed("export", out, "--onnx", onnx))
        .startsWith("wrote " + onnx + ": ")
        .contains("input ids, int64, batch x timesteps; output scores, float, batch x 1");
    assertThat(onnx).isNotEmptyFile();
  }
}
