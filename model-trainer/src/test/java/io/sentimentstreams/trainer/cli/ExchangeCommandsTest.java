package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.trainer.keras.KerasFixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Models that come from Keras and go to ONNX, as it is typed. */
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
    assertThat(printed).contains("12 scores agree with Keras'");
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

    assertThat(printed).contains("12 scores agree with Keras'");
    assertThat(BundleReader.read(out).bundle().manifest().labels())
        .containsExactly("bad", "fair", "good");
    assertThat(commands.succeed("predict", "--bundle", out, "What a lovely film, what a cast!"))
        .startsWith("bad (bad 0.5530, fair 0.4263, good 0.0207); 7 tokens");
    assertThat(commands.succeed("export", out, "--onnx", folder.resolve("three.onnx")))
        .contains("batch x 3");
  }

  @Test
  void modelCardTellsWhereTheModelComesFrom() throws IOException {
    Path out = folder.resolve("imported");
    commands.succeed(
        "import-keras",
        KerasFixtures.file("both-mean.keras"),
        "--tokenizer",
        TOKENIZER,
        "--out",
        out);
    assertThat(commands.out()).contains("left out: spatial_dropout1d, dropout");
    assertThat(commands.err()).contains("warning: not compared with Keras");
    assertThat(Files.readString(out.resolve("README.md")))
        .contains("Imported from `both-mean.keras`", "which Keras 3.", "were not compared")
        .doesNotContain("unknown");
  }

  @Test
  void otherPaddingThanThatOfTrainingIsNoticed() {
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
    assertThat(commands.err()).contains("line 1: ", "--padding and --truncating").hasLineCount(1);
    assertThat(out).doesNotExist();
  }

  @Test
  void otherLengthThanThatOfTheModelIsWrongUsage() {
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
    assertThat(commands.err()).contains("reads sequences of 9, not of --max-length 12");
  }

  @Test
  void tokenizerOfMoreWordsThanTheEmbeddingIsWrongUsage() throws IOException {
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
    assertThat(commands.err())
        .contains("the tokenizer gives indices up to 25, the embedding has vectors up to 23");
  }

  @Test
  void bundleThatIsThereStaysThere() {
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
    assertThat(commands.err()).contains("there is a bundle in " + out + " already");
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
        .startsWith(onnx + ": ")
        .contains("input ids, int64, batch x steps; output scores, float, batch x 1");
    assertThat(onnx).isNotEmptyFile();
  }
}
