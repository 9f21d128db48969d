package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mode {@code text-vectorization} of the vectorize command; Keras made the expected rows. */
class VectorizeLayerTest {

  private static final Path FILES =
      Path.of("src/test/resources/keras-vectorization").toAbsolutePath();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir private Path folder;

  private final TypedCommands commands = new TypedCommands();
  private Path texts = Path.of("");

  @BeforeEach
  void writeTexts() throws IOException {
    texts =
        Files.writeString(folder.resolve("texts.txt"), "Don't stop!\nA stop, a STOP; no end.\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [6,2] ; [3,2,3,2,4,5]                          |
          [6,2,0,0,0,0] ; [3,2,3,2,4,5]                  | --max-length longest
          [6,2,0] ; [3,2,3]                              | --output-sequence-length 3
          [1,2,0,0] ; [3,2,3,2]                          | --max-tokens 4 --output-sequence-length 4
          [1,3] ; [1,2,6,1,4,5]                          | --max-tokens 7 --standardize none
          [0,1,0,0,0,1] ; [0,1,1,1,1,0]                  | --output-mode multi_hot
          [0,1,0,0,0,1] ; [0,2,2,1,1,0]                  | --output-mode count
          [1,1,0] ; [2,2,2]                              | --output-mode count --max-tokens 3 --pad-to-max-tokens
          [0,1,0,0,0,1,0,0,0] ; [0,2,2,1,1,0,0,0,0]      | --output-mode count --max-tokens 9 --pad-to-max-tokens
          [2] ; [1]                                      | --split-on none --max-tokens 3
          """)
  void fitsALayerOnTheInput(String rows, String options) {
    List<Object> typed = new ArrayList<>(List.of("vectorize", "--mode", "text-vectorization"));
    if (options != null) {
      typed.addAll(Arrays.asList(options.split(" ")));
    }
    typed.add(texts);

    assertThat(commands.succeed(typed.toArray())).isEqualTo(rows.replace(" ; ", "\n") + "\n");
  }

  @Test
  void savedLayerMakesTheSameRows() {
    Path saved = folder.resolve("layer.json");
    String fitted =
        vectorize(
            "--output-mode",
            "tf_idf",
            "--ngram-sizes",
            "1,2",
            "--save-text-vectorization",
            saved,
            texts);

    assertThat(commands.err()).isEqualTo("10 tokens in 2 texts%n".formatted());
    assertThat(vectorize("--text-vectorization", saved, texts)).isEqualTo(fitted);
    assertThat(fitted)
        .startsWith("[0.0,0.51082563,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.6931472,0.6931472]\n")
        .contains("[0.0,1.0216513,1.3862944,1.3862944,0.6931472,");
  }

  @Test
  void modelGivesItsVocabularyAndWeights() throws IOException {
    JsonNode recorded = MAPPER.readTree(FILES.resolve("rejected-tf-idf.rows.json").toFile());
    Path input = folder.resolve("texts.jsonl");
    List<String> lines = new ArrayList<>();
    for (JsonNode text : recorded.path("texts")) {
      lines.add(MAPPER.writeValueAsString(text));
    }
    Files.write(input, lines, StandardCharsets.UTF_8);

    String[] rows =
        vectorize(
                "--text-vectorization",
                FILES.resolve("rejected-tf-idf.keras"),
                "--input",
                "json",
                input)
            .split("\n", -1);

    for (int i = 0; i < recorded.path("rows").size(); i++) {
      assertThat(floats(MAPPER.readTree(rows[i])))
          .containsExactly(floats(recorded.path("rows").get(i)));
    }
  }

  private static float[] floats(JsonNode row) {
    float[] floats = new float[row.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) row.get(i).doubleValue();
    }
    return floats;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --mode sequence --standardize lower                      | need --mode text-vectorization
          --mode text-vectorization --num-words 5                  | has no tokenizer
          --mode text-vectorization --standardize upper            | standardize "upper" is not supported
          --mode text-vectorization --output-mode one_hot          | output_mode "one_hot" is not supported
          --mode text-vectorization --ngram-sizes 0                | ngrams must be 1 to 20, was [0]
          --mode text-vectorization --max-tokens 1                 | max_tokens must be at least 2
          --mode text-vectorization --pad-to-max-tokens            | max_tokens is not set
          --mode text-vectorization --vocabulary x                 | needs --text-vectorization
          --mode text-vectorization --input sequences              | reads texts
          --mode text-vectorization --output-mode count --output-sequence-length 3 | output_mode is not int
          --mode text-vectorization --text-vectorization x --standardize lower     | contains its settings
          """)
  void wrongOptionsAreRefused(String options, String reason) {
    List<Object> typed = new ArrayList<>(List.of("vectorize"));
    typed.addAll(Arrays.asList(options.split(" ")));
    typed.add(texts);

    assertThat(commands.run(typed.toArray())).isEqualTo(2);
    assertThat(commands.err()).contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"vocabulary": ["a"], "max_tokens": "5"}           | max_tokens must be an integer, was "5"
          {"vocabulary": ["a"], "max_tokens": 4294967301}    | max_tokens must be an integer
          {"vocabulary": ["a"], "pad_to_max_tokens": "no"}   | pad_to_max_tokens must be true or false
          {"vocabulary": ["a", 1]}                           | vocabulary must be strings, was 1
          {"vocabulary": "words.txt"}                        | vocabulary is the name of a file
          {"vocabulary": ["a"], "ngrams": [1, "2"]}          | ngrams must be an integer, was "2"
          {"vocabulary": ["a"], "ngrams": 1000}              | ngrams must be 1 to 20
          {"vocabulary": ["a"], "encoding": "utf-16"}        | encoding is utf-16
          {"vocabulary": ["a"], "idf_weights": [1]}          | output_mode is not tf_idf
          {"vocabulary": ["a"], "output_mode": "tf_idf"}     | there are no idf_weights
          {"vocabulary": ["a", "b"], "max_tokens": 3}        | max_tokens is 3
          {"class_name": "Tokenizer", "config": {}}          | class_name is "Tokenizer"
          {"standardize": {"class_name": "function", "config": "mine"}} | standardize is the custom function mine
          [1]                                                | there is no configuration
          {"vocabulary": ["a"                                | the document is not JSON
          """)
  void malformedConfigurationsAreRefused(String json, String reason) throws IOException {
    Path file = Files.writeString(folder.resolve("layer.json"), json);

    assertThat(
            commands.run(
                "vectorize", "--mode", "text-vectorization", "--text-vectorization", file, texts))
        .isEqualTo(1);
    assertThat(commands.err()).contains(file.toString(), reason);
  }

  private String vectorize(Object... more) {
    List<Object> typed = new ArrayList<>(List.of("vectorize", "--mode", "text-vectorization"));
    typed.addAll(List.of(more));
    return commands.succeed(typed.toArray());
  }
}
