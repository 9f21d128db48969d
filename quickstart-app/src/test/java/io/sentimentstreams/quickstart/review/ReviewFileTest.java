package io.sentimentstreams.quickstart.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewFileTest {

  private static final LabelNames LABELS = new LabelNames(List.of("joy", "anger"));

  private final Path folder;

  ReviewFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void readsCsvWithQuotesAndLineBreaks() throws IOException {
    Path file =
        file("a.csv", "Label,language,TEXT\r\njoy,en,\"a, \"\"b\"\"\nc\"\r\n\r\nANGER,,d\r\n");

    assertThat(read(file))
        .containsExactly(
            review("line-2", "joy", "a, \"b\"\nc", Optional.of("en")),
            review("line-5", "anger", "d", Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.tsv", "a.TXT"})
  void readsTsvWhoseQuotesMeanNothing(String name) throws IOException {
    Path file = file(name, "\ufefftext\tlabel\tsplit\n\"a\tjoy\ttest\nb\tAnger\ttest");

    assertThat(read(file))
        .containsExactly(
            review("line-2", "joy", "\"a", Optional.empty()),
            review("line-3", "anger", "b", Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jsonl", "a.ndjson", "a.json"})
  void readsJsonLines(String name) throws IOException {
    Path file =
        file(
            name,
            """
            {"text": "a", "label": "joy", "stars": 5}

            {"label": null, "text": "b", "language": "de-AT"}
            """);

    assertThat(read(file))
        .containsExactly(
            review("line-1", "joy", "a", Optional.empty()),
            new LabelledReview("line-3", "unknown", Optional.empty(), "b", Optional.of("de-AT")));
  }

  @Test
  void readsNumbersAsLabels() throws IOException {
    Path file = file("a.jsonl", "{\"text\": \"a\", \"label\": 4}\n");
    LabelNames stars = new LabelNames(List.of("1", "2", "3", "4", "5"));

    assertThat(ReviewFile.read(file, stars, 10))
        .extracting(LabelledReview::expected)
        .containsExactly(Optional.of("4"));
  }

  @Test
  void stopsAtTheLimit() throws IOException {
    Path file = file("a.csv", "text,label\na,joy\nb,joy\nc,no such label\n");

    assertThat(ReviewFile.read(file, LABELS, 2)).hasSize(2);
  }

  @Test
  void namesTheLineAndTheLabelsOfTheBundle() throws IOException {
    Path file = file("a.csv", "text,label\na,joy\nb,fear\n");

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(file.toString(), "line 3", "'fear'", "joy, anger");
  }

  @Test
  void doesNotGuessBetweenLabelsThatDifferInCase() throws IOException {
    Path file = file("a.csv", "text,label\na,JOY\n");

    assertThatThrownBy(() -> ReviewFile.read(file, new LabelNames(List.of("joy", "Joy")), 10))
        .hasMessageContaining("'JOY'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.csv | 'text,class\nb,joy\n' | 1 | 'label'",
        "a.tsv | 'label\tbody\njoy\tb\n' | 1 | 'text'",
        "a.csv | 'text,label\n\"b,joy\n' | 2 | quotes",
        "a.csv | 'text,label\na,joy\nb\n' | 3 | 1 columns",
        "a.csv | 'text,label\na,joy\n \t,joy\n' | 3 | blank",
        "a.jsonl | '{\"text\": \"a\"}\n{' | 2 | not JSON",
        "a.jsonl | '[]' | 1 | not an object",
        "a.jsonl | '{\"text\": 3}' | 1 | not an object"
      })
  void namesTheLineOfAnInvalidRow(String name, String content, int line, String said)
      throws IOException {
    Path file = file(name, content);

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(file.toString(), "line " + line + ":", said);
  }

  @Test
  void rejectsATextThatKafkaWouldReject() throws IOException {
    Path file =
        file("a.csv", "text,label\n" + "a".repeat(ReviewFile.MAX_TEXT_BYTES + 1) + ",joy\n");

    assertThatThrownBy(() -> read(file)).hasMessageContainingAll("line 2", "900001 bytes");
  }

  @Test
  void rejectsOtherEncodings() throws IOException {
    Path file = folder.resolve("latin.csv");
    Files.write(file, "text,label\n\u00fcber,joy\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(file.toString(), "UTF-8");
  }

  @Test
  void rejectsUnknownFormatsAndFilesWithoutReviews() throws IOException {
    Path parquet = file("a.parquet", "PAR1");
    Path empty = file("a.csv", "text,label\n");

    assertThatThrownBy(() -> read(parquet)).hasMessageContainingAll("a.parquet", ".csv", ".jsonl");
    assertThatThrownBy(() -> read(empty)).hasMessageContaining("no reviews");
  }

  private static List<LabelledReview> read(Path file) throws IOException {
    return ReviewFile.read(file, LABELS, Integer.MAX_VALUE);
  }

  private static LabelledReview review(
      String id, String label, String text, Optional<String> language) {
    return new LabelledReview(id, "unknown", Optional.of(label), text, language);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
