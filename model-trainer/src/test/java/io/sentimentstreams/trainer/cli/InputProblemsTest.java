package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Missing, damaged and empty inputs of all commands: messages in words for users. */
class InputProblemsTest {

  private static final Path RESOURCES = Path.of("src/test/resources");

  @TempDir private Path folder;
  private final TypedCommands commands = new TypedCommands();

  @BeforeEach
  void writeFiles() throws IOException {
    cut("keras/both-mean.keras", "cut.keras");
    cut("keras/both-mean.keras", "cut.zip");
    cut("keras/both-max.h5", "cut.h5");
    cut("onnx/lstm-stacked-both.onnx", "cut.onnx");
    Files.writeString(folder.resolve("empty"), "");
    Files.copy(RESOURCES.resolve("keras/both-mean.keras"), folder.resolve("good.keras"));
    Files.copy(RESOURCES.resolve("keras/tokenizer.json"), folder.resolve("tokenizer.json"));
    Files.copy(RESOURCES.resolve("onnx/lstm-stacked-both.onnx"), folder.resolve("good.onnx"));
    Files.copy(RESOURCES.resolve("onnx/vocabulary.json"), folder.resolve("vocabulary.json"));
  }

  private void cut(String resource, String name) throws IOException {
    byte[] whole = Files.readAllBytes(RESOURCES.resolve(resource));
    Files.write(folder.resolve(name), Arrays.copyOf(whole, whole.length * 2 / 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import-keras @missing --tokenizer @tokenizer.json --max-length 9 --out @out",
        "import-keras @cut.keras --tokenizer @tokenizer.json --max-length 9 --out @out",
        "import-keras @cut.h5 --tokenizer @tokenizer.json --max-length 9 --out @out",
        "import-keras @empty --tokenizer @tokenizer.json --max-length 9 --out @out",
        "import-keras @good.keras --tokenizer @missing --max-length 9 --out @out",
        "import-keras @good.keras --text-vectorization @missing --out @out",
        "import-keras @good.keras --text-vectorization @cut.keras --out @out",
        "import-onnx @missing --vocabulary @vocabulary.json --max-length 9 --out @out",
        "import-onnx @cut.onnx --vocabulary @vocabulary.json --max-length 9 --out @out",
        "import-onnx @good.onnx --vocabulary @missing --max-length 9 --out @out",
        "import-dl4j @missing --vocabulary @vocabulary.json --max-length 9 --out @out",
        "import-dl4j @cut.zip --vocabulary @vocabulary.json --max-length 9 --out @out",
        "predict --bundle @missing good",
        "predict --bundle @cut.zip good",
        "predict --bundle @empty good",
        "inspect @missing",
        "inspect @cut.zip",
        "evaluate --bundle @missing --data @missing",
        "compare @missing @missing",
        "export @missing --onnx @x.onnx",
        "sign --bundle @missing --key @missing",
        "vectorize --mode tokens @missing",
        "vectorize --mode sequence --tokenizer @missing @empty",
        "vectorize --mode text-vectorization --text-vectorization @missing @empty",
        "train --data @missing --cell gru --out @out",
        "linear --data @missing",
      })
  void messagesNameTheFileAndNoJavaType(String line) {
    assertThat(commands.run((Object[]) line.replace("@", folder + "/").split(" ", -1)))
        .isEqualTo(1);

    assertThat(commands.err())
        .startsWith("error: ")
        .contains(folder.toString())
        .doesNotContain("Exception", "java.", "io.jhdf", "null")
        .endsWith(".\n");
    assertThat(commands.err().lines()).hasSize(1);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "import-keras @good.onnx --tokenizer @tokenizer.json --max-length 9 | an ONNX model | Use import-onnx",
        "import-keras @bundle --tokenizer @tokenizer.json --max-length 9 | a bundle | the bundle as it is",
        "import-keras @other.zip --tokenizer @tokenizer.json --max-length 9 | no config.json | model.save",
        "import-onnx @good.keras --vocabulary @vocabulary.json --max-length 9 | a Keras model | Use import-keras",
        "import-onnx @good.h5 --vocabulary @vocabulary.json --max-length 9 | an HDF5 file | Use import-keras",
        "import-onnx @bundle --vocabulary @vocabulary.json --max-length 9 | a bundle | the bundle as it is",
        "import-onnx @pickle --vocabulary @vocabulary.json --max-length 9 | a Python pickle | torch.onnx.export",
        "import-onnx @good.onnx --vocabulary @pickle --max-length 9 | a Python pickle | Hugging Face",
        "import-onnx @good.onnx --vocabulary @other.zip --max-length 9 | a zip archive | unzip",
        "import-dl4j @good.keras --vocabulary @vocabulary.json --max-length 9 | a Keras model | Use import-keras",
        "import-dl4j @bundle --vocabulary @vocabulary.json --max-length 9 | a bundle | the bundle as it is"
      })
  void filesOfAnotherKindAreNamedWithTheirCommand(String line, String kind, String remedy)
      throws IOException {
    Files.copy(RESOURCES.resolve("keras/both-max.h5"), folder.resolve("good.h5"));
    Files.write(folder.resolve("pickle"), new byte[] {(byte) 0x80, 4, (byte) 0x95, 1, 0, 0});
    zip("other.zip", "readme.txt");
    zip("bundle", "manifest.json", "weights.safetensors");

    Object[] typed = (line + " --out @out").replace("@", folder + "/").split(" ", -1);
    assertThat(commands.run(typed)).isEqualTo(1);

    assertThat(commands.err()).contains(kind, remedy).doesNotContain("Exception");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private void zip(String name, String... entries) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(1);
      }
    }
  }
}
