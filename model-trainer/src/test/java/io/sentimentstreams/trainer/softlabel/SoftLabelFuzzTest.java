package io.sentimentstreams.trainer.softlabel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.Labels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Any content of a file results in valid probabilities or an {@link InvalidDataException}. */
class SoftLabelFuzzTest {

  private static final Labels LABELS = new Labels(List.of("a", "b"));

  private static Path file = Path.of("");

  @BeforeContainer
  static void makeFile() throws IOException {
    file = Files.createTempFile("soft-labels", ".jsonl");
  }

  @AfterContainer
  static void removeFile() throws IOException {
    Files.delete(file);
  }

  @Property(tries = 200)
  void randomBytes(@ForAll @Size(max = 300) byte[] bytes) throws IOException {
    readsOrRejects(bytes);
  }

  @Property(tries = 500)
  void randomLines(@ForAll("fragments") List<String> fragments) throws IOException {
    for (String header :
        List.of("{\"teacher\": \"T\", \"labels\": [\"a\", \"b\"]}\n", "text\ta\tb\n", "")) {
      readsOrRejects((header + String.join("", fragments)).getBytes(StandardCharsets.UTF_8));
    }
  }

  @Provide
  Arbitrary<List<String>> fragments() {
    return Arbitraries.of(
            "{\"text\": \"x\", \"probabilities\": [0.5, 0.5]}",
            "{\"text\": \"",
            "{\"id\": \"ca978112ca1bbdca\", ",
            "\"probabilities\": ",
            "[0.1, 0.9]",
            "{\"b\": 1, \"a\": 0}",
            "\"weight\": ",
            "1e400",
            "-1",
            "0.5",
            "\"",
            "}",
            ", ",
            "\n",
            "\t",
            "x\t0\t1",
            "\u0000",
            "\\ud800",
            "[[[[[[[[[[[[")
        .list()
        .ofMaxSize(12);
  }

  private static void readsOrRejects(byte[] content) throws IOException {
    Files.write(file, content);
    try {
      new SoftLabelReader(LABELS).read(file, SoftLabelFuzzTest::check);
    } catch (InvalidDataException e) {
      assertThat(e).hasMessageContaining(file.toString());
    }
  }

  private static void check(SoftLabelRow row) {
    assertThat(row.probabilities()).hasSize(2);
    assertThat(Arrays.stream(row.probabilities()).boxed()).allMatch(each -> each >= 0 && each <= 1);
    assertThat(Arrays.stream(row.probabilities()).sum()).isCloseTo(1, within(1e-9));
    assertThat(row.weight()).isPositive().isFinite();
  }
}
