package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Outputs of all commands: checked before any work, complete or absent, never replaced silently.
 */
class OutputsTest {

  private static final String TRAIN =
      "train --data %s --cell gru --units 2 --embedding-dim 2 --epochs 1 --no-report --workers 1 ";

  @TempDir private Path folder;
  private final TypedCommands commands = new TypedCommands();
  private Path reviews = Path.of("");

  @BeforeEach
  void writeReviews() throws IOException {
    reviews = rows("1", "0");
    Files.writeString(folder.resolve("old.txt"), "old");
  }

  private Path rows(String... labels) throws IOException {
    List<String> lines = new ArrayList<>(List.of("text,label"));
    for (int i = 0; i < 60; i++) {
      String label = labels[i % labels.length];
      lines.add("review %d is of kind%s,%s".formatted(i, label.replace(" ", ""), label));
    }
    return Files.write(folder.resolve("reviews.csv"), lines);
  }

  /** The data does not exist: a check that came later would name it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "train --data none --cell gru --out old.txt",
        "train --data none --cell gru --out old.txt/sub",
        "train --data none --cell gru --out /proc/x",
        "train --data none --cell gru --out x --checkpoints old.txt",
        "train --data none --cell gru --out x --checkpoints /proc/x",
        "train --data none --cell gru --out x --resume --checkpoints /proc/x",
        "train --data none --cell gru --out /proc/x --resume",
        "import-keras none --tokenizer none --out old.txt",
        "import-keras none --tokenizer none --out /proc/x",
        "export none --onnx missing/x.onnx",
        "export none --onnx /proc/x.onnx",
        "export none --dl4j missing/x.zip",
        "export none --dl4j /proc/x.zip",
        "import-dl4j none --tokenizer none --max-length 9 --out old.txt",
        "embeddings --data none --out missing/x.txt",
        "embeddings --data none --out /proc/x.txt",
        "evaluate --bundle none --data none --report missing/x.html",
        "evaluate --bundle none --data none --report /proc/x.html",
        "vectorize --mode sequence --out missing/x none",
        "vectorize --mode sequence --out /proc/x none",
        "vectorize --save-tokenizer missing/x none",
        "vectorize --mode sequence --save-tokenizer /proc/x none",
        "vectorize --mode sequence --overwrite --out . none"
      })
  void outputThatCannotBeWrittenIsRefusedBeforeAnythingIsRead(String line) {
    assumeTrue(Files.isDirectory(Path.of("/proc")) || !line.contains("/proc"));
    assertThat(run(line)).isEqualTo(1);
    assertThat(commands.err()).startsWith("error: Cannot write ").hasLineCount(1);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("reviews.csv", "old.txt");
    assertThat(folder.resolve("old.txt")).hasContent("old");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "export none --onnx old.txt|old.txt already exists. Use --overwrite or another --onnx.",
        "export none --dl4j old.txt|old.txt already exists. Use --overwrite or another --dl4j.",
        "export none --onnx new --dl4j ./new|two outputs have the same path",
        "import-dl4j none --tokenizer none --max-length 9 --out taken|already contains a bundle. Use --overwrite or",
        "embeddings --data none --out old.txt|old.txt already exists. Use --overwrite or another --out.",
        "evaluate --bundle none --data none --report old.txt|Use --overwrite or another --report.",
        "vectorize --mode sequence --out old.txt none|Use --overwrite or another --out.",
        "vectorize --save-tokenizer old.txt none|Use --overwrite or another --save-tokenizer.",
        "vectorize --mode sequence --tokenizer old.txt --save-tokenizer old.txt none|already exists",
        "vectorize --mode sequence --out new --save-tokenizer ./new none|two outputs have the same path",
        "train --data none --cell gru --out taken|already contains a bundle. Use --overwrite, --resume or another --out.",
        "import-keras none --tokenizer none --out taken|already contains a bundle. Use --overwrite or another --out.",
        "train --data none --cell gru --out project|project already contains README.md. Use --overwrite,",
        "import-keras none --tokenizer none --out project|project already contains README.md.",
        "train --data none --cell gru --out reported|reported already contains report.html.",
        "train --data none --cell gru --out stopped|stopped already contains checkpoint.safetensors.",
        "train --data none --cell gru --out x --checkpoints stopped|already contains a checkpoint. Use --overwrite, --resume or another --checkpoints.",
      })
  void existingFileIsReplacedOnlyWithOverwrite(String line, String message) throws IOException {
    for (String file :
        List.of(
            "taken/bundle.zip",
            "project/README.md",
            "reported/report.html",
            "stopped/checkpoint.safetensors")) {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.writeString(folder.resolve(file), "old");
    }
    assertThat(run(line)).isEqualTo(2);
    assertThat(commands.err()).contains(message).hasLineCount(1);
    assertThat(folder.resolve("old.txt")).hasContent("old");

    run(line + " --overwrite"); // fails later, because the input is missing
    assertThat(commands.err()).doesNotContain("already");
    assertThat(folder.resolve("old.txt")).hasContent("old");
  }

  @Test
  void fileIsReplacedWithOverwrite() throws IOException {
    Path texts = Files.writeString(folder.resolve("texts.txt"), "a b\n");
    assertThat(run("vectorize --mode tokens --overwrite --out old.txt texts.txt")).isZero();
    assertThat(folder.resolve("old.txt")).hasContent("[\"a\",\"b\"]");
    assertThat(texts).hasContent("a b");
    assertThat(run("vectorize --overwrite --save-tokenizer old.txt texts.txt")).isZero();
    assertThat(Files.readString(folder.resolve("old.txt"))).startsWith("{\"class_name\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {50_000, 50_001, 200_000})
  void bundleWithALongWordCanBeOpened(int length) throws IOException {
    Files.writeString(reviews, Files.readString(reviews) + "x".repeat(length) + " kind1,1\n");
    assertThat(run(TRAIN.formatted("reviews.csv") + "--out model")).isZero();
    assertThat(run("predict --bundle model kind1")).isZero();
  }

  /** The part that is checked before the training has the vocabulary and the folder's name. */
  @Test
  void folderNameThatCannotBeAModelNameNeedsAName() {
    assertThat(commands.run(line(TRAIN.formatted("none"), "--out", "mein modell"))).isEqualTo(2);
    assertThat(commands.err())
        .contains("'mein modell' cannot be the name of a model. Add --name with 1 to 64 letters");
    assertThat(
            commands.run(
                line(
                    TRAIN.formatted("reviews.csv"),
                    "--out",
                    "mein modell",
                    "--name",
                    "mein-modell")))
        .isZero();
  }

  @Test
  void plattCalibrationNeedsTwoLabels() throws IOException {
    rows("bad", "fair", "good");
    assertThat(run(TRAIN.formatted("reviews.csv") + "--calibrate platt --out model")).isEqualTo(1);
    assertThat(commands.err())
        .contains("3 labels", "two are required", "Use --calibrate temperature.");
    assertThat(folder.resolve("model")).doesNotExist();
    assertThat(run(TRAIN.formatted("reviews.csv") + "--out model")).isZero();
    assertThat(commands.out())
        .contains("calibration left out: 12 validation reviews are fewer than 30");
  }

  @Test
  void evaluationHasTheNamesOfTheLabels() throws IOException {
    rows("nein danke", "ja");
    List<Object> train = new ArrayList<>(List.of(line(TRAIN.formatted("reviews.csv"))));
    train.addAll(List.of("--labels", "nein danke,ja", "--out", folder.resolve("model")));
    assertThat(commands.run(train.toArray())).isZero();
    assertThat(run("evaluate --bundle model --data reviews.csv --split train")).isZero();
    assertThat(commands.out())
        .contains("predicted ja  predicted nein danke", "true ja  ", "true nein danke  ")
        .doesNotContain("positive");
  }

  @ParameterizedTest
  @CsvSource({
    "80 04 95 10 00 00 00 00 00 00 00 8c, a Python pickle",
    "28 64 70 30 0a 56 67 6f 6f 64 0a, a Python pickle",
    "50 4b 03 04 14 00 00 00, a zip archive",
    "1f 8b 08 00 00 00, a damaged gzip file (it is incomplete)",
    "89 48 44 46 0d 0a 1a 0a, an HDF5 file",
    "50 41 52 31 15 04 15 00, a Parquet file",
    "63 61 66 e9 20 61, line 1: not valid UTF-8 (byte 0xE9 at column 4)"
  })
  void tokenizerOfAnotherKindIsNamed(String bytes, String kind) throws IOException {
    Path file = folder.resolve("tokenizer.json");
    Files.write(file, HexFormat.ofDelimiter(" ").parseHex(bytes));
    assertThat(run("vectorize --mode sequence --tokenizer tokenizer.json reviews.csv"))
        .isEqualTo(1);
    assertThat(commands.err()).startsWith("error: %s: %s. ".formatted(file, kind));
  }

  @Test
  void folderAsATokenizerIsNamed() throws IOException {
    Files.createDirectories(folder.resolve("saved"));
    Files.createFile(folder.resolve("saved/saved_model.pb"));
    run("vectorize --mode sequence --tokenizer saved reviews.csv");
    assertThat(commands.err()).contains("saved: a SavedModel folder of TensorFlow. ");
    run("vectorize --mode sequence --tokenizer none reviews.csv");
    assertThat(commands.err()).contains("none: no such file.").doesNotContain("Exception");
  }

  @Test
  void tokenizerThatWasDumpedTwiceIsReadWithANote() throws IOException {
    assertThat(run("vectorize --save-tokenizer t.json reviews.csv")).isZero();
    String json = Files.readString(folder.resolve("t.json"));
    Files.writeString(
        folder.resolve("twice.json"), '"' + json.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
    String once =
        commands.succeed(line("vectorize --mode sequence --tokenizer t.json reviews.csv"));
    String twice =
        commands.succeed(line("vectorize --mode sequence --tokenizer twice.json reviews.csv"));
    assertThat(twice).isEqualTo(once).isNotEmpty();
    assertThat(commands.err()).startsWith("note: ").contains("twice.json", "to_json()");
  }

  private int run(String line) {
    return commands.run(line(line));
  }

  /** Returns the arguments, with names of files and folders inside the test's folder. */
  private Object[] line(String line, Object... more) {
    List<Object> arguments = new ArrayList<>();
    for (String each : line.strip().split(" ", -1)) {
      boolean path =
          List.of(
                      "none",
                      "new",
                      "./new",
                      "x",
                      ".",
                      "taken",
                      "project",
                      "reported",
                      "stopped",
                      "model",
                      "saved")
                  .contains(each)
              || each.matches("(old|texts|missing|reviews|t|twice|tokenizer)[./].*");
      boolean option = arguments.contains("--calibrate") && each.equals("none");
      arguments.add(path && !option ? folder.resolve(each) : each);
    }
    for (Object each : more) {
      arguments.add(each.equals("mein modell") ? folder.resolve("mein modell") : each);
    }
    return arguments.toArray();
  }
}
