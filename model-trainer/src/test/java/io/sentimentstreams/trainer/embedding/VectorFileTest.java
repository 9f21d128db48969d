package io.sentimentstreams.trainer.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.model.text.TokenizerSettings;
import io.sentimentstreams.trainer.data.InvalidDataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class VectorFileTest {

  @TempDir private Path folder;

  @Test
  void linesHaveTokenAndNumbers() throws IOException {
    assertThat(read("the 0.1 -2 3e-2\ncat 4 5 6\n"))
        .containsOnlyKeys("the", "cat")
        .containsEntry("the", List.of(0.1f, -2f, 0.03f))
        .containsEntry("cat", List.of(4f, 5f, 6f));
  }

  @Test
  void unusualTokensOfOfficialFilesAreRead() throws IOException {
    String next = "\u0085";
    String hard = "a\u00a0b";
    assertThat(
            read(
                "the 0.1 0.2\n"
                    + ". . . 0.3 0.4\n"
                    + "at name@domain.com 0.5 0.6\n"
                    + "1/2 0.7 0.8\n"
                    + "3.14 0.9 1.0\n"
                    + "2 0 1.1 1.2\n"
                    + next
                    + " 1.3 1.4\n"
                    + hard
                    + " 1.5 1.6\n"
                    + " 1.7 1.8"))
        .containsOnlyKeys(
            "the", ". . .", "at name@domain.com", "1/2", "3.14", "2 0", next, hard, "");
  }

  @Test
  void lineEndsOfWord2vecAndWindowsAreAccepted() throws IOException {
    assertThat(read("2 3\r\nthe 1 2 3 \r\ncat 4 5 6 \r\n"))
        .containsOnlyKeys("the", "cat")
        .containsEntry("cat", List.of(4f, 5f, 6f));
  }

  @ParameterizedTest
  @CsvSource({
    "cat 0.3, 1",
    "cat 0.3 0.4 0.5, 3",
    "'', 0",
    "cat 0.3 0.4 0.5 0.6, 4",
  })
  void lineOfVectorWithOtherWidthIsNamed(String line, int numbers) {
    assertThatThrownBy(() -> read("the 0.1 0.2\ndog 0.1 0.2\n" + line + "\n"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("line 3: %d numbers".formatted(numbers));
  }

  @ParameterizedTest
  @CsvSource({"nan", "Infinity", "1e99", "0.1x", "''"})
  void lineOfInvalidNumberIsNamed(String number) {
    assertThatThrownBy(() -> read("the 0.1 0.2\ncat 0.3 " + number + ".\ndog 1 1\n"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("line 2: '" + number + ".'");
  }

  @Test
  void fileWithoutVectorsIsRejected() throws IOException {
    assertThatThrownBy(() -> read("")).hasMessageContaining("empty");
    assertThatThrownBy(() -> read("alone\n")).hasMessageContaining("line 1: a vector of 0 ");
    assertThatThrownBy(() -> read("wide" + " 1".repeat(5000) + "\n"))
        .hasMessageContaining("line 1: a vector of 5000 ");
    assertThatThrownBy(() -> new VectorFile(folder.resolve("missing")).width())
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("missing");
  }

  @Test
  void tooLongLineIsRejected() throws IOException {
    assertThatThrownBy(() -> read("the 1 2\n" + "x".repeat(1 << 20)))
        .hasMessageContaining("line 2: the line exceeds 262144 bytes");
  }

  @Test
  void compressedFilesAreRead() throws IOException {
    byte[] text = "the 1 2\ncat 3 4\n".getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(gzip)) {
      out.write(text);
    }
    ByteArrayOutputStream xz = new ByteArrayOutputStream();
    try (OutputStream out = new XZOutputStream(xz, new LZMA2Options(0))) {
      out.write(text);
    }
    ByteArrayOutputStream zstd = new ByteArrayOutputStream();
    try (OutputStream out = new ZstdOutputStream(zstd)) {
      out.write(text);
    }
    assertThat(read("v.txt.zst", zstd.toByteArray())).containsOnlyKeys("the", "cat");
    assertThat(read("v.txt.gz", gzip.toByteArray())).containsOnlyKeys("the", "cat");
    assertThat(read("v.txt.XZ", xz.toByteArray())).containsOnlyKeys("the", "cat");
    assertThat(read("v.gz", text)).containsOnlyKeys("the", "cat");
    assertThat(read("v.txt", gzip.toByteArray())).containsOnlyKeys("the", "cat");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void byteOrderMarkDoesNotLoseTheFirstToken(String charset) throws IOException {
    for (String header : List.of("", "2 2\n")) {
      byte[] bytes =
          ("\uFEFF" + header + "good 0.1 0.2\r\nba\u0301d 0.3 0.4\r\n").getBytes(charset);
      assertThat(read("vectors.txt", bytes))
          .containsExactly(
              Map.entry("good", List.of(0.1f, 0.2f)), Map.entry("ba\u0301d", List.of(0.3f, 0.4f)));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, true", "2, false", "2, true", "25, true", "300, false"})
  void binaryFormatOfWord2vecIsRead(int width, boolean lineFeeds) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes("3 %d\n".formatted(width).getBytes(StandardCharsets.UTF_8));
    Map<String, List<Float>> expected = new LinkedHashMap<>();
    for (String token : List.of("</s>", "caf\u00e9", "New_York")) {
      file.writeBytes((token + " ").getBytes(StandardCharsets.UTF_8));
      ByteBuffer numbers = ByteBuffer.allocate(4 * width).order(ByteOrder.LITTLE_ENDIAN);
      List<Float> vector = new ArrayList<>();
      for (int i = 0; i < width; i++) {
        vector.add((token.length() - 5.25f) / (i + 1));
        numbers.putFloat(vector.get(i));
      }
      file.writeBytes(numbers.array());
      file.writeBytes(lineFeeds ? new byte[] {'\n'} : new byte[0]);
      expected.put(token, vector);
    }

    assertThat(read("GoogleNews.bin", file.toByteArray())).isEqualTo(expected);
    byte[] cut = Arrays.copyOf(file.toByteArray(), file.size() - 3);
    assertThatThrownBy(() -> read("GoogleNews.bin", cut))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("vector 3 of 3 is not complete");
  }

  @ParameterizedTest
  @CsvSource({
    "'PK\u0003\u0004', a zip archive. Unpack it: unzip 'N'.",
    "\u0080\u0004\u0095, a Python pickle. Convert it: python -c \"import gensim; gensim.models.KeyedVectors.load('N')",
    "\u0093NUMPY, a NumPy array. Use a file with a token",
    "\u00BA\u0016O/, a binary fastText model. Use the file .vec",
  })
  void filesOfOtherKindsAreNamed(String start, String message) {
    byte[] bytes = (start + "\0\1\2").getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> read("v.txt", bytes))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining(
            "v.txt: " + message.replace("'N'", "'" + folder.resolve("v.txt") + "'"));
  }

  @Test
  void vocabularyVectorsAreOrderedByTokenIndex() throws IOException {
    Path file = folder.resolve("vectors.txt");
    Files.writeString(file, "cat 1 2\nunseen 9 9\nthe 3 4\nrare 5 6\ncat 7 8\n");
    Tokenizer tokenizer =
        Tokenizer.fit(
            TokenizerSettings.keras().withNumWords(5).withOovToken("<oov>"),
            List.of("the the the the cat cat cat dog dog rare"));

    VocabularyVectors vectors = VocabularyVectors.of(new VectorFile(file), tokenizer);

    assertThat(tokenizer.wordIndex()).containsEntry("the", 2).containsEntry("dog", 4);
    assertThat(vectors.width()).isEqualTo(2);
    // Padding, unknown words, the, cat, dog; rare is not used.
    assertThat(vectors.values()).containsExactly(0, 0, 0, 0, 3, 4, 1, 2, 0, 0);
    assertThat(vectors.coverage()).isEqualTo(new Coverage(3, 2, 10, 7));
    assertThat(vectors.coverage().ofTokens()).isEqualTo(0.7);
  }

  private Map<String, List<Float>> read(String text) throws IOException {
    return read("vectors.txt", text.getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, List<Float>> read(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, bytes);
    Map<String, List<Float>> read = new LinkedHashMap<>();
    new VectorFile(file)
        .forEach(
            token -> true,
            (token, vector) -> {
              List<Float> numbers = new ArrayList<>();
              for (float number : vector) {
                numbers.add(number);
              }
              read.put(token, numbers);
            });
    return read;
  }
}
