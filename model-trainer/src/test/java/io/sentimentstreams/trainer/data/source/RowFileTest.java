package io.sentimentstreams.trainer.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.trainer.data.BadLineLimit;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.LabelledTexts;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.data.LimitedStream;
import io.sentimentstreams.trainer.data.ReviewText;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.data.label.LabelSettings;
import io.sentimentstreams.trainer.data.table.ReadSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowFileTest {

  private static final String TSV = "id\tdocument\tlabel\n7\tgood \"film\t1\n8\tbad \"\"one\t0\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"r.tsv", "r.tsv.gz", "R.TSV.XZ", "r.tsv.xz", "r.tsv.zst"})
  void quotesInTsvAreCharacters(String name) throws IOException {
    assertThat(read(name, TSV, columns("document", "label")).texts())
        .containsExactly(
            new LabelledText("7", "good \"film", true),
            new LabelledText("8", "bad \"\"one", false));
  }

  @Test
  void jsonObjectsAreReadByFieldName() throws IOException {
    String lines =
        """
        {"body": "fine\\nreally", "stars": 1, "more": [1]}

        {"stars": "neg", "body": "weak", "id": "x"}
        """;

    assertThat(read("r.jsonl.gz", lines, columns("body", "stars")).texts())
        .containsExactly(
            new LabelledText("000000001", "fine\nreally", true),
            new LabelledText("x", "weak", false));
  }

  @Test
  void splitFieldSelectsObjects() throws IOException {
    String lines =
        """
        {"text": "one", "label": 1, "split": "train"}
        {"text": "two", "label": 0, "split": "test"}
        """;

    DataSource source = DataSource.of(write("r.ndjson", lines));

    assertThat(source.read(Split.TEST).texts())
        .extracting(LabelledText::text)
        .containsExactly("two");
  }

  @Test
  void badTsvLinesAreSkippedAndReported() throws IOException {
    Path file =
        write(
            "r.tsv",
            "text\tlabel\n"
                + "a\tb\t1\n"
                + "one field\n"
                + "good\t1\n"
                + "\n"
                + "weak\t\n"
                + "good\t1\n".repeat(200)
                + "fair\tmaybe\n");

    LabelledTexts read = DataSource.of(file, limited("4")).read(Split.TRAIN);

    assertThat(read.texts()).hasSize(201);
    assertThat(read.badLines().count()).isEqualTo(3);
    assertThat(read.badLines().warnings())
        .satisfiesExactly(
            warning -> assertThat(warning).startsWith(file + ":2: 3 fields"),
            warning -> assertThat(warning).startsWith(file + ":3: "),
            warning -> assertThat(warning).startsWith(file + ":207: ").contains("'maybe'"),
            warning -> assertThat(warning).startsWith(file + ": ").contains("3 of 205"),
            warning ->
                assertThat(warning)
                    .isEqualTo(file + ": left out 1 row without a label: empty (1)"));
  }

  @Test
  void badJsonLinesAreSkippedAndReported() throws IOException {
    Path file =
        write(
            "r.jsonl",
            """
            {"text": "good"
            ["good", 1]
            {"words": "good", "label": 1}
            {"text": 5, "label": 1}
            {"text": "good", "label": [1]}
            {"text": "good"}
            {"text": "half \\ud83d", "label": 1}
            {"text": "good", "label": 1} x
            {"text": "good", "label": 1}
            """);

    LabelledTexts read = DataSource.of(file, limited("90%")).read(Split.TRAIN);

    assertThat(read.texts()).hasSize(1);
    assertThat(read.badLines().warnings()).hasSize(6);
    assertThat(read.badLines().warnings().get(0)).startsWith(file + ":1: ");
    assertThat(read.badLines().warnings().subList(1, 5))
        .satisfiesExactly(
            warning -> assertThat(warning).startsWith(file + ":2: "),
            warning -> assertThat(warning).startsWith(file + ":3: ").contains("text", "review"),
            warning -> assertThat(warning).startsWith(file + ":4: ").contains("text"),
            warning -> assertThat(warning).startsWith(file + ":5: ").contains("label"));
    assertThat(read.badLines().warnings().get(5))
        .startsWith(file + ": ")
        .contains("8 of 9", "90 %");
  }

  @Test
  void lineWithOtherEncodingIsBad() throws IOException {
    Path file = folder.resolve("r.tsv");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write("text\tlabel\ncafé\t1\n".getBytes(StandardCharsets.ISO_8859_1));
      out.write("café\t1\n".getBytes(StandardCharsets.UTF_8));
    }

    LabelledTexts read = DataSource.of(file, limited("1")).read(Split.TRAIN);

    assertThat(read.texts()).extracting(LabelledText::text).containsExactly("café");
    assertThat(read.badLines().warnings()).anyMatch(warning -> warning.startsWith(file + ":2: "));
  }

  @Test
  void tooLongLineIsBad() throws IOException {
    String endless = "x".repeat(9 * ReviewText.MAX_BYTES);

    LabelledTexts read = read("r.tsv.gz", "text\tlabel\n" + endless + "\ngood\t1\n", limited("1"));

    assertThat(read.texts()).hasSize(1);
    assertThat(read.badLines().warnings()).first().asString().contains(":2: ", "8388608");
  }

  @Test
  void defaultLimitIsOnePercent() throws IOException {
    String rows = "text\tlabel\n" + "good\t1\n".repeat(99);

    assertThat(read("r.tsv", rows + "x\n", ReadSettings.standard()).texts()).hasSize(99);
    assertThatThrownBy(() -> read("r.tsv", rows + "x\nx\n", ReadSettings.standard()))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("2 of 101, limit: 1 %): line 101: ")
        .hasMessageContaining("--bad-lines-max");
  }

  @Test
  void absoluteLimitStopsReading() {
    String rows = "text\tlabel\n" + "x\n".repeat(3) + "good\t1\n";

    assertThatThrownBy(() -> read("r.tsv", rows, limited("2")))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("3 so far, limit: 2): line 2: ");
  }

  @Test
  void limitsAreNumbersOrPercentages() {
    assertThat(BadLineLimit.of("5")).isEqualTo(new BadLineLimit.Lines(5));
    assertThat(BadLineLimit.of("0.1%")).isEqualTo(new BadLineLimit.Percent(0.1));
    for (String wrong : List.of("", "some", "-1", "1.5", "101%", "1e3%", "%")) {
      assertThatThrownBy(() -> BadLineLimit.of(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void threeLabelsAreInferredFromData() throws IOException {
    LabelledTexts words = read("r.tsv", rows("neutral", "negative", "positive"), columns());
    assertThat(words.labels().names()).containsExactly("negative", "neutral", "positive");
    assertThat(words.texts()).extracting(LabelledText::label).startsWith(1).contains(0).endsWith(2);

    LabelledTexts numbers = read("r.tsv", rows("10", "9", "2"), columns());
    assertThat(numbers.labels().names()).containsExactly("2", "9", "10");
    assertThat(numbers.texts())
        .extracting(LabelledText::label)
        .startsWith(2)
        .contains(1)
        .endsWith(0);
  }

  @Test
  void twoUnknownLabelsNeedExplicitOrder() throws IOException {
    assertThatThrownBy(() -> read("r.tsv", rows("ham", "spam"), columns()))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining(" ham, spam. ")
        .hasMessageContaining("--labels");

    Labels labels = new Labels(List.of("spam", "ham"));
    assertThat(read("r.tsv", rows("ham", "spam"), columns().withLabels(labels)).texts())
        .extracting(LabelledText::positive)
        .startsWith(true)
        .endsWith(false);
  }

  @Test
  void tooManyDistinctLabelsAreRejected() {
    StringBuilder rows = new StringBuilder("text\tlabel\n");
    for (int i = 0; i <= Labels.MAX_LABELS; i++) {
      rows.append("good\ttext ").append(i).append('\n');
    }

    assertThatThrownBy(() -> read("r.tsv", rows.toString(), columns()))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContainingAll("more than 1,000 different labels", "'text 0' (1)");
  }

  @Test
  void truncatedFilesAreRejected() throws IOException {
    for (String name : List.of("r.tsv.gz", "r.tsv.xz", "r.tsv.zst")) {
      byte[] whole = Files.readAllBytes(write(name, TSV.repeat(50)));
      Path cut = Files.write(folder.resolve("cut-" + name), Arrays.copyOf(whole, whole.length - 9));
      assertThatThrownBy(() -> DataSource.of(cut, limited("99%")).read(Split.TRAIN))
          .as(name)
          .isInstanceOf(InvalidDataException.class);
    }
  }

  @Test
  void streamAboveLimitFails() throws IOException {
    byte[] bytes = new byte[100];
    LimitedStream stream = new LimitedStream(new ByteArrayInputStream(bytes), 60);

    assertThat(stream.skip(20)).isEqualTo(20);
    assertThat(stream.readNBytes(40)).hasSize(40);
    assertThatThrownBy(stream::read).isInstanceOf(LimitedStream.StreamTooLargeException.class);
    LimitedStream exact = new LimitedStream(new ByteArrayInputStream(bytes), 100);
    assertThat(exact.readAllBytes()).hasSize(100);
  }

  private static String rows(String... labels) {
    StringBuilder rows = new StringBuilder("text\tlabel\n");
    for (String label : labels) {
      rows.append(("words\t" + label + "\n").repeat(5));
    }
    return rows.toString();
  }

  private static ReadSettings columns() {
    return ReadSettings.standard();
  }

  private static ReadSettings columns(String text, String label) {
    return new ReadSettings(
        Optional.of(text), Optional.of(label), LabelSettings.inferred(), BadLineLimit.STANDARD);
  }

  private static ReadSettings limited(String limit) {
    return new ReadSettings(
        Optional.empty(), Optional.empty(), LabelSettings.inferred(), BadLineLimit.of(limit));
  }

  private LabelledTexts read(String name, String content, ReadSettings settings)
      throws IOException {
    return DataSource.of(write(name, content), settings).read(Split.TRAIN);
  }

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = ReviewFiles.compressed(file)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }
}
