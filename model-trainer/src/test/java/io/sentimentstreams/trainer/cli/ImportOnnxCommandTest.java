package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.trainer.onnx.OnnxFixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Import of ONNX models on the command line. */
class ImportOnnxCommandTest {

  @TempDir private Path folder;

  private final TypedCommands commands = new TypedCommands();

  static List<String> models() {
    return OnnxFixtures.models();
  }

  @Test
  void modelsOfBothExportersAreThere() {
    assertThat(models()).hasSizeGreaterThan(25).contains("packed", "gru-dynamo");
  }

  @ParameterizedTest
  @MethodSource("models")
  void importedBundleHasTheScoresOfPyTorch(String model) {
    List<Object> options = new ArrayList<>(List.of("--check", OnnxFixtures.samples(model)));
    if (model.equals("logits")) {
      options.add("--from-logits");
    }
    if (model.equals("flattened-fixed") || model.equals("lstm-fixed")) {
      options.addAll(List.of("--padding", "post"));
    }
    String printed = commands.succeed(command(model, "vocabulary.json", options.toArray()));
    assertThat(printed).contains("from pytorch 2.", "9 scores agree");
    assertThat(commands.err()).isEmpty();

    LoadedBundle loaded = BundleReader.read(out());
    assertThat(loaded.bundle().golden()).hasSizeGreaterThan(5);
    assertThat(loaded.bundle().manifest().text().maxLength()).isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"vocabulary.json", "vocabulary.txt", "tokenizer.json"})
  void everyVocabularyGivesTheSameScores(String vocabulary) throws IOException {
    commands.succeed(
        command("lstm-opset11", vocabulary, "--check", OnnxFixtures.samples("lstm-opset11")));
    assertThat(Files.readString(out().resolve("README.md")))
        .contains(
            "Imported from `lstm-opset11.onnx`", "which pytorch 2.", "9 scores were compared");
  }

  @Test
  void importedModelIsExportedAndImportedAgain() {
    commands.succeed(command("packed", "vocabulary.json"));
    Path onnx = folder.resolve("again.onnx");
    commands.succeed("export", out(), "--onnx", onnx);
    assertThat(onnx).isNotEmptyFile();
  }

  @Test
  void otherScoresWriteNoBundle() {
    int exit =
        commands.run(
            command(
                "lstm-opset11", "vocabulary.json", "--check", OnnxFixtures.samples("gru-opset13")));
    assertThat(exit).isEqualTo(1);
    assertThat(commands.err()).contains("line 1: the score is ", " in the bundle").hasLineCount(1);
    assertThat(out()).doesNotExist();
  }

  @Test
  void importWithoutComparisonIsAWarning() {
    commands.succeed(command("lstm-opset11", "vocabulary.json"));
    assertThat(commands.out()).contains("texts are scored without padding");
    assertThat(commands.err()).contains("warning: ", "--check");
  }

  @Test
  void labelsNameTheClasses() {
    commands.succeed(command("projected", "vocabulary.json", "--labels", "bad,fair,good"));
    assertThat(BundleReader.read(out()).bundle().manifest().labels())
        .containsExactly("bad", "fair", "good");
  }

  @Test
  void fixedLengthNeedsASideOfPadding() {
    assertThat(commands.run(command("lstm-fixed", "vocabulary.json"))).isEqualTo(2);
    assertThat(commands.err()).contains("exactly 9 tokens", "--padding");
    assertThat(commands.run(command("masked-mean-fixed", "vocabulary.json", "--padding", "pre")))
        .isEqualTo(2);
    assertThat(commands.err()).contains("--padding has no effect");
    assertThat(
            commands.run(
                "import-onnx",
                OnnxFixtures.model("lstm-fixed"),
                "--vocabulary",
                OnnxFixtures.file("vocabulary.json"),
                "--max-length",
                12,
                "--out",
                out()))
        .isEqualTo(2);
    assertThat(commands.err()).contains("--padding");
    assertThat(out()).doesNotExist();
  }

  @Test
  void rulesOfATokenizerAreNotReplaced() {
    assertThat(commands.run(command("lstm-opset11", "tokenizer.json", "--no-lower"))).isEqualTo(1);
    assertThat(commands.err()).contains("tokenizer.json", "--no-lower");
  }

  @Test
  void existingBundleIsKept() {
    Object[] command = command("lstm-opset11", "vocabulary.json");
    commands.succeed(command);
    assertThat(commands.run(command)).isEqualTo(2);
    assertThat(commands.err()).contains(out().toString(), "--overwrite");
  }

  private Path out() {
    return folder.resolve("imported");
  }

  private Object[] command(String model, String vocabulary, Object... options) {
    List<Object> command =
        new ArrayList<>(
            List.of(
                "import-onnx",
                OnnxFixtures.model(model),
                "--vocabulary",
                OnnxFixtures.file(vocabulary),
                "--out",
                out()));
    if (!model.endsWith("-fixed")) {
      command.addAll(List.of("--max-length", 9));
    }
    command.addAll(Arrays.asList(options));
    return command.toArray();
  }
}
