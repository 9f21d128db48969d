package io.sentimentstreams.trainer.softlabel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.Labels;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Soft-label files, line by line. */
class SoftLabelReaderTest {

  private static final Labels LABELS = new Labels(List.of("bad", "fair", "good"));
  private static final String HEADER =
      "{\"teacher\": \"T\", \"labels\": [\"good\", \"bad\", \"fair\"], \"date\": \"2026-11-30\"}";

  /** Start of the SHA-256 of the letter a, as {@code printf a | sha256sum} prints it. */
  private static final String ID_OF_A = "ca978112ca1bbdca";

  @TempDir private Path folder;
  private SoftLabelHeader header = new SoftLabelHeader("", Optional.empty());

  private List<SoftLabelRow> read(String content) throws IOException {
    return read(Files.writeString(folder.resolve("soft.txt"), content));
  }

  private List<SoftLabelRow> read(Path file) {
    List<SoftLabelRow> rows = new ArrayList<>();
    header = new SoftLabelReader(LABELS).read(file, rows::add);
    return rows;
  }

  @Test
  void jsonLinesHaveProbabilitiesInTheOrderOfTheHeaderOrByLabel() throws IOException {
    List<SoftLabelRow> rows =
        read(
            HEADER
                + "\n{\"text\": \"a\", \"probabilities\": [0.7, 0.1, 0.2]}\n\n"
                + "{\"id\": \"%s\", \"probabilities\": {\"bad\": 0.1, \"fair\": 0, \"good\": 0.8995}, \"weight\": 2}"
                    .formatted(ID_OF_A));

    assertThat(header).isEqualTo(new SoftLabelHeader("T", Optional.of("2026-11-30")));
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).text()).contains("a");
    assertThat(rows.get(0).probabilities())
        .containsExactly(new double[] {0.1, 0.2, 0.7}, within(1e-12));
    assertThat(rows.get(0).weight()).isEqualTo(1);
    assertThat(rows.get(1).id()).isEqualTo(rows.get(0).id());
    assertThat(rows.get(1).text()).isEmpty();
    assertThat(rows.get(1).probabilities())
        .as("scaled to the sum 1")
        .containsExactly(new double[] {0.1 / 0.9995, 0, 0.8995 / 0.9995}, within(1e-12));
    assertThat(rows.get(1).weight()).isEqualTo(2);
    assertThat(rows.get(1).place().line()).isEqualTo(4);
  }

  @Test
  void tablesHaveAColumnPerLabel() throws IOException {
    List<SoftLabelRow> rows =
        read("fair\ttext\tgood\tbad\tweight\r\n.25\tan \"a\"\t0.5\t2.5e-1\t3\r\n0\tb\t1.\t0\t\r\n");

    assertThat(header).isEqualTo(new SoftLabelHeader("soft.txt", Optional.empty()));
    assertThat(rows).extracting(row -> row.text().orElseThrow()).containsExactly("an \"a\"", "b");
    assertThat(rows.get(0).probabilities()).containsExactly(0.25, 0.25, 0.5);
    assertThat(rows).extracting(SoftLabelRow::weight).containsExactly(3.0, 1.0);
    assertThat(read("id\tbad\tfair\tgood\n" + ID_OF_A + "\t0\t0\t1\n").get(0).id())
        .isEqualTo(TextId.of("a"));
  }

  @Test
  void compressedFilesAreRead() throws IOException {
    Path file = folder.resolve("soft.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      String content = HEADER + "\n{\"text\": \"a\", \"probabilities\": [1, 0, 0]}\n";
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(read(file)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      delimiter = ';',
      value = {
        "[0.7, 0.2, 0.2];the probabilities add up to 1.",
        "[0.7, 0.2, 0.09];the probabilities add up to 0.9",
        "[1.1, 0, -0.1];the probability of 'good' is 1.1",
        "[0.5, 0.5];2 probabilities for 3 labels",
        "[0.5, 0.5, \"0\"];'fair' is not a JSON number",
        "{\"good\": 1, \"bad\": 0};probabilities of other labels",
        "{\"good\": 1, \"bad\": 0, \"weak\": 0};probabilities of other labels",
        "{\"good\": 1, \"good\": 1, \"bad\": 0};the field 'good' occurs twice",
        "0.5;no probabilities",
        "[NaN, 0, 1];malformed JSON",
        "[1, 0, 0], \"wieght\": 2;unknown field 'wieght'",
        "[1, 0, 0], \"weight\": 0;the weight is 0.0",
        "[1, 0, 0], \"weight\": 1001;the weight is 1001.0",
        "[1, 0, 0], \"id\": \"0\";a text and an id",
      })
  void faultsInProbabilitiesAreErrorsWithFileAndLine(String probabilities, String problem) {
    assertFault(
        3, problem, HEADER + "\n\n{\"text\": \"a\", \"probabilities\": " + probabilities + "}");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      delimiter = ';',
      value = {
        "{\"probabilities\": [1, 0, 0]};neither a text nor an id",
        "{\"text\": \" \", \"probabilities\": [1, 0, 0]};the text is empty",
        "{\"text\": 5, \"probabilities\": [1, 0, 0]};the text is not a JSON string",
        "{\"text\": \"\\ud800\", \"probabilities\": [1, 0, 0]};unpaired surrogate",
        "{\"id\": \"ca978112\", \"probabilities\": [1, 0, 0]};invalid id 'ca978112'",
        "{\"id\": \"CA978112CA1BBDCA\", \"probabilities\": [1, 0, 0]};invalid id",
        "{\"text\": \"a\";malformed JSON",
        "[1, 2];not a JSON object",
      })
  void faultsInTextsAreErrorsWithFileAndLine(String line, String problem) {
    assertFault(2, problem, HEADER + "\n" + line);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      delimiter = ';',
      value = {
        "{\"text\": \"a\", \"probabilities\": [1, 0, 0]};no header",
        "{\"teacher\": \"T\", \"labels\": [\"bad\", \"good\"]};the labels of the file are bad, good, those of --data are bad, fair, good",
        "{\"teacher\": \"T\", \"labels\": [\"bad\", \"bad\", \"good\"]};the labels of the file",
        "{\"teacher\": \"T\", \"labels\": [1, 2, 3]};a label is not a JSON string",
        "{\"teacher\": \" \", \"labels\": [\"bad\", \"fair\", \"good\"]};invalid teacher",
        "{\"teacher\": \"a|b\", \"labels\": [\"bad\", \"fair\", \"good\"]};invalid teacher",
        "{\"teacher\": \"T\", \"labels\": [\"bad\", \"fair\", \"good\"], \"date\": \"today\"};invalid date 'today'",
        "text,bad,fair,good;neither JSON nor a table",
        "[];not a JSON object",
      })
  void faultsInTheHeaderAreErrors(String line, String problem) {
    assertFault(1, problem, line + "\n{\"text\": \"a\", \"probabilities\": [1, 0, 0]}");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      delimiter = ';',
      value = {
        "text|bad|fair|good;a|0.5|0.5;3 columns, but the header has 4;2",
        "text|bad|fair|good;a|0.5|half|0;'half' in the column fair is not a number;2",
        "text|bad|fair|good;a|0.5|-0.5|1;the probability of 'fair' is -0.5;2",
        "text|bad|fair|good;a|0.5|NaN|1;'NaN' in the column fair is not a number;2",
        "text|bad|good;a|0.5|0.5;the labels of the file are bad, good;1",
        "text|bad|bad|good;a|0.5|0.5|0;a column occurs twice;1",
        "text|id|bad|fair|good;a|0|0.5|0.5|0;neither JSON nor a table;1",
      })
  void faultsInTablesAreErrors(String header, String row, String problem, long line) {
    assertFault(line, problem, (header + "\n" + row).replace('|', '\t'));
  }

  @Test
  void filesWithoutTextsAreErrors() throws IOException {
    for (String content : List.of("", "\n", HEADER, HEADER + "\n\n")) {
      assertThatThrownBy(() -> read(content))
          .isInstanceOf(InvalidDataException.class)
          .hasMessageContaining("no text with probabilities");
    }
    assertThatThrownBy(() -> read(folder.resolve("none")))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("no such file");
    Path damaged = Files.write(folder.resolve("latin"), new byte[] {'t', (byte) 0xE9, '\n'});
    assertThatThrownBy(() -> read(damaged)).hasMessageContaining("line 1: not valid UTF-8");
  }

  @ParameterizedTest
  @CsvSource({
    "a.jsonl, a.jsonl, 1",
    "a.jsonl=2, a.jsonl, 2",
    "a=b.jsonl, a=b.jsonl, 1",
    "a=b.jsonl=0.5, a=b.jsonl, 0.5",
  })
  void weightFollowsTheLastEqualsSign(String typed, String path, double weight) {
    assertThat(SoftLabelFile.of(typed)).isEqualTo(new SoftLabelFile(Path.of(path), weight));
  }

  private void assertFault(long line, String problem, String content) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageStartingWith(folder.resolve("soft.txt") + ": line " + line + ": ")
        .hasMessageContaining(problem)
        .hasMessageMatching("(?s).*\\. \\p{Lu}.*\\.");
  }
}
