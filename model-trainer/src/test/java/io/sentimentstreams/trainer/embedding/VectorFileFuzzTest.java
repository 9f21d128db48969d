package io.sentimentstreams.trainer.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.trainer.data.InvalidDataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Any content of a vector file results in vectors of one width or an {@link InvalidDataException}.
 * The number of files is {@code -Djqwik.tries.default}, by default 1000.
 */
class VectorFileFuzzTest {

  private static final Path FILE = file();

  @AfterContainer
  static void removeFile() throws IOException {
    Files.delete(FILE);
  }

  @Property
  void anyBytes(@ForAll @Size(max = 300) byte[] bytes) throws IOException {
    readsOrRejects(bytes);
  }

  @Property
  void anyFields(@ForAll("fields") List<String> fields) throws IOException {
    readsOrRejects(String.join("", fields).getBytes(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<List<String>> fields() {
    return Arbitraries.of(
            "good",
            "1 2\n",
            "2 3\n",
            "999999999999 4096\n",
            "5000000 2000000000\n",
            " ",
            "  ",
            "\n",
            "\r\n",
            "\t",
            "0.5",
            "-.5",
            "1e400",
            "NaN",
            "Infinity",
            "0x1p3",
            "1",
            " 0.1 0.2\n",
            ". . . 0.1 0.2\n",
            "1/2 0.1 0.2\n",
            "\u00a0",
            "\ud83d\ude00",
            "1".repeat(400))
        .list()
        .ofMaxSize(30);
  }

  private static void readsOrRejects(byte[] bytes) throws IOException {
    Files.write(FILE, bytes);
    VectorFile vectors = new VectorFile(FILE);
    try {
      int width = vectors.width();
      vectors.forEach(
          token -> true,
          (token, vector) -> {
            assertThat(vector).hasSize(width);
            for (float number : vector) {
              assertThat(number).isFinite();
            }
          });
    } catch (InvalidDataException e) {
      assertThat(e).hasMessageContaining(FILE.toString()).hasMessageEndingWith(".");
    }
  }

  private static Path file() {
    try {
      return Files.createTempFile("any-vectors", ".txt");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
