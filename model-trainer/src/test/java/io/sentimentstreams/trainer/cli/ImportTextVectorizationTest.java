package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.scoring.PrefixScores;
import io.sentimentstreams.model.text.vectorization.TextVectorization;
import io.sentimentstreams.model.text.vectorization.TextVectorizationJson;
import io.sentimentstreams.trainer.keras.TextVectorizationFile;
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

/** Import of Keras models that begin with {@code TextVectorization}. */
class ImportTextVectorizationTest {

  private static final Path FILES =
      Path.of("src/test/resources/keras-vectorization").toAbsolutePath();
  private static final int FUNCTIONAL_LENGTH = 6;

  @TempDir private Path folder;

  private final TypedCommands commands = new TypedCommands();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "masked.keras",
        "functional.keras",
        "flattened.keras",
        "unmasked.keras",
        "characters.h5",
        "unchanged.keras",
        "keras2-masked.keras",
        "keras2-functional.h5",
        "keras2-length.h5"
      })
  void importedBundleGivesTheScoresOfKeras(String model) {
    String printed = commands.succeed(arguments(model));

    assertThat(printed).contains("13 scores agree");
    assertThat(bundle().tokenizer()).isInstanceOf(TextVectorization.class);
  }

  @Test
  void prefixesOfATextAreScored() {
    commands.succeed(arguments("masked.keras"));

    PrefixScores scores = bundle().newPrefixScorer().score("A lovely film, DULL story!", 10);

    assertThat(scores.tokens())
        .extracting("token")
        .containsExactly("a", "lovely", "film", "dull", "story");
    assertThat(scores.whole()).isEqualTo(bundle().newScorer().classify("a lovely film dull story"));
  }

  @Test
  void inspectionAndModelCardDescribeTheLayer() throws IOException {
    commands.succeed(arguments("functional.keras"));

    assertThat(commands.succeed("inspect", out()))
        .contains("45 tokens; unknown tokens become [UNK]", "format         3");
    assertThat(out().resolve("README.md"))
        .content()
        .contains(
            "A `TextVectorization` of Keras splits a text (standardize"
                + " `lower_and_strip_punctuation`, split `whitespace`, n-grams [1, 2]).",
            "Words that are not in the vocabulary are replaced by one token.",
            "The first 6 tokens");
  }

  @Test
  void lengthOfTheLayerIsThatOfTheBundle() {
    commands.succeed(arguments("functional.keras"));

    assertThat(bundle().manifest().text().maxLength()).isEqualTo(FUNCTIONAL_LENGTH);
    assertThat(commands.err()).isEmpty();
  }

  @Test
  void unlimitedTextsAreReported() {
    assertThat(commands.succeed(arguments("masked.keras", "--max-length", "25")))
        .contains("texts of more than 25 tokens lose their end; --max-length changes this");
    assertThat(bundle().encoder().encode("a ".repeat(27)).truncated()).isEqualTo(2);
    assertThat(commands.err()).isEmpty();
  }

  @Test
  void paddingInBatchesIsReported() {
    commands.succeed(arguments("unmasked.keras"));

    assertThat(commands.err()).contains("does not mask zeros", "output_sequence_length");
  }

  @ParameterizedTest
  @ValueSource(strings = {"apart.vocabulary.json", "apart.vocabulary.txt"})
  void layerCanBeApartFromTheModel(String vocabulary) {
    String printed =
        commands.succeed(
            arguments(
                "apart.keras",
                "--text-vectorization",
                FILES.resolve("apart.config.json"),
                "--vocabulary",
                FILES.resolve(vocabulary)));

    assertThat(printed).contains("13 scores agree");
  }

  @Test
  void layerCanBeThatOfAModelAroundTheModel() {
    String printed =
        commands.succeed(
            arguments(
                "apart.keras", "--text-vectorization", FILES.resolve("rejected-nested.keras")));

    assertThat(printed).contains("13 scores agree");
  }

  @Test
  void vocabularyThatTheFileDoesNotContainIsAnOption() {
    String printed =
        commands.succeed(
            arguments(
                "without-vocabulary.h5", "--vocabulary", FILES.resolve("without-vocabulary.txt")));

    assertThat(printed).contains("13 scores agree");
  }

  @Test
  void exportedLayerCanBeRead() {
    commands.succeed(arguments("masked.keras"));
    Path onnx = folder.resolve("model.onnx");
    Path layer = folder.resolve("layer.json");
    commands.succeed("export", out(), "--onnx", onnx, "--text-vectorization", layer);

    TextVectorization read = TextVectorizationFile.read(layer, Optional.empty());
    assertThat(TextVectorizationJson.write(read))
        .isEqualTo(TextVectorizationJson.write((TextVectorization) bundle().tokenizer()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rejected-function.keras | standardize is the custom function custom_standardization
          rejected-tf-idf.keras   | has output_mode "tf_idf", which gives no sequence
          rejected-nested.keras   | import it with --text-vectorization and this file
          without-vocabulary.h5   | there is no vocabulary
          apart.keras             | Add --tokenizer or --text-vectorization
          """)
  void otherModelsAreRejectedWithTheReason(String model, String reason) {
    assertThat(commands.run("import-keras", FILES.resolve(model), "--out", out())).isNotZero();

    assertThat(commands.err()).contains(reason);
    assertThat(out()).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --padding    | pre | Remove --padding
          --truncating | pre | Remove --padding and --truncating
          --max-length | 7   | fixed length of 6
          --tokenizer  | x   | Remove --tokenizer
          """)
  void otherOptionsAreRejected(String option, String value, String reason) {
    assertThat(
            commands.run(
                "import-keras", FILES.resolve("functional.keras"), option, value, "--out", out()))
        .isEqualTo(2);

    assertThat(commands.err()).contains(reason);
  }

  @Test
  void vocabularyWithALineEndInATokenIsRejected() throws IOException {
    Path broken = folder.resolve("vocabulary.txt");
    Files.writeString(broken, "\n[UNK]\na\n\nb", StandardCharsets.UTF_8);

    assertThat(commands.run(arguments("without-vocabulary.h5", "--vocabulary", broken)))
        .isEqualTo(1);

    assertThat(commands.err()).contains("line 4 of the vocabulary is empty");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          film\\nfilm             | the vocabulary has 'film' twice
          ["", "[UNK]", 3]        | element 3 of the vocabulary is not a string: 3
          ["", "[UNK]"            | malformed JSON
          ["", "[UNK]", "a", ""]  | the vocabulary has an empty token at position 1
          []                      | the vocabulary is empty
          """)
  void malformedVocabulariesAreRejected(String content, String reason) throws IOException {
    Path file = folder.resolve("vocabulary");
    Files.writeString(file, content.replace("\\n", "\n"));

    assertThat(commands.run(arguments("without-vocabulary.h5", "--vocabulary", file))).isEqualTo(1);

    assertThat(commands.err()).contains(reason);
  }

  private Path out() {
    return folder.resolve("imported");
  }

  private Bundle bundle() {
    return BundleReader.read(out()).bundle();
  }

  private Object[] arguments(String model, Object... more) {
    List<Object> typed =
        new ArrayList<>(
            List.of(
                "import-keras",
                FILES.resolve(model),
                "--out",
                out(),
                "--check",
                FILES.resolve(model + ".samples.jsonl")));
    typed.addAll(List.of(more));
    return typed.toArray();
  }
}
