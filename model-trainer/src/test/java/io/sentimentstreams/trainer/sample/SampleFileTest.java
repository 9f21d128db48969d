package io.sentimentstreams.trainer.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.trainer.data.InvalidDataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleFileTest {

  private static final String LINES =
      """
      {"text": "a good film", "score": 0.75, "note": [1]}

      {"ids": [0, 12, 7], "score": [0.25]}
      {"text": null, "ids": [], "score": 1}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void samplesHaveATextOrIds(String charset) throws IOException {
    List<Sample> read = new ArrayList<>();
    Agreement agreement =
        file(("\uFEFF" + LINES).getBytes(charset), 1)
            .compare(
                sample -> {
                  read.add(sample);
                  return sample.scores().get(0) / 1000;
                });

    assertThat(agreement).isEqualTo(new Agreement(3, 0.001));
    assertThat(read)
        .containsExactly(
            new Sample(Optional.of("a good film"), List.of(), List.of(0.75)),
            new Sample(Optional.empty(), List.of(0, 12, 7), List.of(0.25)),
            new Sample(Optional.empty(), List.of(), List.of(1.0)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{\"text\": \"a\"} ~ no score",
        "{\"text\": \"a\", \"score\": null} ~ no score",
        "{\"text\": \"a\", \"score\": \"0.5\"} ~ score must be a number or an array of numbers, was \"0.5\"",
        "{\"text\": \"a\", \"score\": [[0.5]]} ~ score must be a number or an array of numbers, was [[0.5]]",
        "{\"text\": \"a\", \"score\": true} ~ score must be a number or an array of numbers, was true",
        "{\"text\": \"a\", \"score\": NaN} ~ the score is NaN. Remove the line",
        "{\"text\": \"a\", \"score\": [-Infinity]} ~ the score is -Infinity. Remove the line",
        "{\"text\": \"a\", \"score\": 1e999} ~ the score is Infinity. Remove the line",
        "{\"text\": \"a\", \"score\": [0.5, 0.5]} ~ 2 scores, the model has 1 outputs",
        "{\"text\": \"a\", \"score\": []} ~ 0 scores, the model has 1 outputs",
        "{\"text\": 5, \"ids\": [1], \"score\": 0.5} ~ text must be a string, was 5",
        "{\"score\": 0.5} ~ neither text nor ids",
        "{\"ids\": 5, \"score\": 0.5} ~ ids must be an array of whole numbers, was 5",
        "{\"ids\": [1.5], \"score\": 0.5} ~ ids must be an array of whole numbers of at most 32 bits, was 1.5",
        "{\"ids\": [\"1\"], \"score\": 0.5} ~ ids must be an array of whole numbers of at most 32 bits, was \"1\"",
        "{\"ids\": [4294967296], \"score\": 0.5} ~ ids must be an array of whole numbers of at most 32 bits, was 4294967296",
        "[0.5] ~ a sample must be a JSON object, was [0.5]",
        "0.5 ~ a sample must be a JSON object, was 0.5",
        "{\"text\": \"a\", \"score\": 0.5, \"score\": 0.6} ~ malformed JSON (the field 'score' occurs twice at column ",
        "{\"text\": \"a\", \"score\": 0.5} x ~ malformed JSON (",
        "{\"text\": \"a ~ malformed JSON (it is cut off at column ",
      })
  void lineThatIsNoSampleIsNamed(String line, String problem) throws IOException {
    byte[] bytes =
        ("{\"text\": \"b\", \"score\": 0.5}\n\n" + line + "\n").getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> file(bytes, 1).compare(sample -> 0))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageStartingWith(folder.resolve("samples.jsonl") + ": line 3: " + problem);
    assertThat(file(bytes, 1).texts(2)).isEmpty();
    assertThat(file(bytes, 1).texts(1)).hasSize(1);
  }

  @Test
  void malformedAndLongLinesAreNamed() throws IOException {
    byte[] latin1 = "{\"text\": \"\u00e9\", \"score\": 1}".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> file(latin1, 1).compare(sample -> 0))
        .hasMessageContaining("line 1: not valid UTF-8 (byte 0xE9 at column 11)");
    byte[] large = " ".repeat((1 << 20) + 1).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> file(large, 1).compare(sample -> 0))
        .hasMessageContaining("line 1: the line exceeds 1048576 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " \n\n"})
  void fileWithoutSamplesIsRejected(String content) throws IOException {
    SampleFile file = file(content.getBytes(StandardCharsets.UTF_8), 1);
    assertThatThrownBy(() -> file.compare(sample -> 0))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("samples.jsonl: the file has no samples");
  }

  @Test
  void missingFileIsNamed() {
    SampleFile file = new SampleFile(folder.resolve("none.jsonl"), 1);
    assertThatThrownBy(() -> file.compare(sample -> 0))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("none.jsonl: no such file.");
  }

  @Test
  void differenceIsReportedWithItsLine() throws IOException {
    SampleFile file = file(LINES.getBytes(StandardCharsets.UTF_8), 1);
    assertThatThrownBy(
            () ->
                file.compare(
                    sample -> {
                      throw new InvalidSampleException(sample.difference(List.of(0.5)), "Look");
                    }))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageEndingWith("line 1: the score is 0.75 in the file and 0.5 in the bundle. Look.");
  }

  private SampleFile file(byte[] bytes, int outputs) throws IOException {
    return new SampleFile(Files.write(folder.resolve("samples.jsonl"), bytes), outputs);
  }
}
