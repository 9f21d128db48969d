package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.model.text.normalize.Normalizer;
import io.sentimentstreams.trainer.keras.KerasFixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts as people type them, in the commands. */
class TypedTextTest {

  private static final List<String> TYPED =
      List.of(
          "I don\u2019t like it \u2014 dull",
          "\ufeffI don&#39;t like it<br />dull",
          "\u201cI don\u02bct\u201d like\u00a0it \u2013 du\u00adll");

  @TempDir private Path folder;
  private final TypedCommands commands = new TypedCommands();
  private Path reviews;

  @BeforeEach
  void writeReviews() throws IOException {
    reviews = folder.resolve("reviews.csv");
    List<String> lines = new ArrayList<>(List.of("text,label"));
    for (int i = 0; i < 60; i++) {
      lines.add(
          i % 2 == 0
              ? "I don\u2019t like it\u2014dull film %d,0".formatted(i)
              : "\u201clovely\u201d&nbsp;film<br>I like it \ud83d\ude00 %d,1".formatted(i));
    }
    Files.write(reviews, lines);
  }

  private Path train(String name, String... more) {
    Path model = folder.resolve(name);
    List<Object> command =
        new ArrayList<>(
            List.of("train", "--data", reviews, "--cell", "none", "--pooling", "average"));
    command.addAll(List.of("--embedding-dim", "4", "--epochs", "2", "--calibrate", "none"));
    command.addAll(List.of("--no-report", "--out", model));
    command.addAll(List.of((Object[]) more));
    commands.succeed(command.toArray());
    return model;
  }

  @Test
  void aNewBundleReadsTypedTextAsPlainText() throws IOException {
    Path model = train("typed");

    assertThat(BundleReader.read(model).bundle().manifest().text().normalizer())
        .isEqualTo(Normalizer.STANDARD);
    assertThat(((Tokenizer) BundleReader.read(model).bundle().tokenizer()).wordIndex())
        .containsKeys("don't", "dull", "lovely", "\ud83d\ude00")
        .doesNotContainKeys("br", "nbsp", "don\u2019t");
    String plain = commands.succeed("predict", "--bundle", model, "I don't like it, dull");
    assertThat(plain).contains("; 5 tokens, 5 known, 0 unknown");
    for (String typed : TYPED) {
      assertThat(commands.succeed("predict", "--bundle", model, typed)).as(typed).isEqualTo(plain);
    }
    assertThat(commands.succeed("inspect", model)).contains("normalizer=standard-1");
    assertThat(Files.readString(model.resolve("README.md"))).contains("normalizer `standard-1`");
    Path onnx = folder.resolve("typed.onnx");
    commands.succeed("export", model, "--onnx", onnx);
    // The message would show the whole file.
    assertThat(Files.readString(onnx, StandardCharsets.ISO_8859_1).contains("standard-1")).isTrue();
  }

  @Test
  void withoutANormalizerTheTextIsReadAsKerasReadsIt() {
    Path model = train("exact", "--normalizer", "none");

    assertThat(((Tokenizer) BundleReader.read(model).bundle().tokenizer()).wordIndex())
        .containsKeys("br", "nbsp", "don\u2019t")
        .doesNotContainKey("don't");
  }

  @Test
  void optionsAndErrorsOfTheNormalizer() {
    Path model = train("folded", "--normalizer", "standard+elongated");
    assertThat(commands.succeed("predict", "--bundle", model, "likkkkke likkke"))
        .contains("2 tokens, 0 known, 2 unknown: likke");

    assertThat(commands.run("train", "--data", reviews, "--normalizer", "v9", "--out", "x"))
        .isEqualTo(2);
    assertThat(commands.err()).contains("--normalizer", "Normalizer is unknown: 'v9'");
  }

  @Test
  void aTextWithoutKnownWordsGetsNoLabel() {
    Path model = train("typed");
    for (String text :
        List.of("", "  ", "?! ...", "\uc601\ud654", "zebra", "\ud83d\udc4e\ud83d\udc4e")) {
      assertThat(commands.succeed("predict", "--bundle", model, text))
          .as(text)
          .startsWith("no answer (OUT_OF_VOCABULARY): ")
          .contains(" 0 known, ")
          .doesNotContain("positive", "negative");
    }
    Path three = folder.resolve("three");
    commands.succeed(
        "import-keras",
        KerasFixtures.file(KerasFixtures.THREE_CLASSES),
        "--tokenizer",
        KerasFixtures.file("tokenizer.json"),
        "--labels",
        "bad,fair,good",
        "--out",
        three);
    assertThat(commands.succeed("predict", "--bundle", three, "zebra"))
        .startsWith("no answer (OUT_OF_VOCABULARY): ");
  }

  @Test
  void vectorizeAndImportNormalizeOnlyIfAsked() throws IOException {
    Path lines = folder.resolve("lines.txt");
    Files.writeString(lines, "I don\u2019t\u2014know\u2026\n");

    assertThat(commands.succeed("vectorize", "--mode", "tokens", lines).strip())
        .isEqualTo("[\"i\",\"don\u2019t\u2014know\u2026\"]");
    assertThat(
            commands
                .succeed("vectorize", "--mode", "tokens", "--normalizer", "standard", lines)
                .strip())
        .isEqualTo("[\"i\",\"don't\",\"know\"]");

    Path imported = folder.resolve("imported");
    commands.succeed(
        "import-keras",
        KerasFixtures.file("both-mean.keras"),
        "--tokenizer",
        KerasFixtures.file("tokenizer.json"),
        "--out",
        imported);
    assertThat(BundleReader.read(imported).bundle().manifest().text().normalizer())
        .isEqualTo(Normalizer.NONE);
  }

  @Test
  void presetsOfTheBookReadTextsAsKerasDoes() {
    for (Preset preset : Preset.values()) {
      assertThat(preset.options()).containsEntry("--normalizer", "none");
    }
  }
}
