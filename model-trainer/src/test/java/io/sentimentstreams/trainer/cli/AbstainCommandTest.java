package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.decision.AbstainBand;
import io.sentimentstreams.model.network.Tensor;
import io.sentimentstreams.trainer.keras.KerasFixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbstainCommandTest {

  @TempDir private Path folder;
  private final TypedCommands commands = new TypedCommands();
  private Path reviews = Path.of("");
  private Path model = Path.of("");

  /** A tenth of the labels is wrong. */
  @BeforeEach
  void train() throws IOException {
    Random random = new Random(4);
    List<String> lines = new ArrayList<>(List.of("split,text,label"));
    for (int i = 0; i < 600; i++) {
      boolean positive = random.nextBoolean();
      boolean label = positive != (random.nextInt(10) == 0);
      lines.add(
          "%s,%s film %d,%d"
              .formatted(
                  i < 500 ? "train" : "test",
                  positive ? "a lovely" : "an awful",
                  random.nextInt(30),
                  label ? 1 : 0));
    }
    reviews = Files.write(folder.resolve("reviews.csv"), lines);
    model = folder.resolve("model");
    commands.succeed(
        "train",
        "--data",
        reviews,
        "--out",
        model,
        "--cell",
        "gru",
        "--units",
        "8",
        "--embedding-dim",
        "8",
        "--epochs",
        "2",
        "--no-report",
        "--progress",
        "lines");
  }

  @Test
  void rulesAndLanguagesChangeButWeightsAndGoldenScoresDoNot() throws IOException {
    Path out = folder.resolve("careful");
    assertThat(
            commands.succeed(
                "abstain",
                "--bundle",
                model,
                "--data",
                reviews,
                "--target-precision",
                "0.8",
                "--languages",
                "en",
                "--model-version",
                "2",
                "--out",
                out))
        .contains("wrote " + out.resolve("bundle.zip"), "answered ", "no answer ");

    Bundle before = bundle(model);
    Bundle after = bundle(out);
    Manifest manifest = after.manifest();
    assertThat(after.golden()).isEqualTo(before.golden());
    assertThat(after.model().weights()).hasSameSizeAs(before.model().weights());
    for (Map.Entry<String, Tensor> entry : after.model().weights().entrySet()) {
      Tensor tensor = Objects.requireNonNull(before.model().weights().get(entry.getKey()));
      assertThat(entry.getValue().data()).as(entry.getKey()).containsExactly(tensor.data());
    }
    assertThat(manifest.name()).isEqualTo("model");
    assertThat(manifest.version()).isEqualTo("2");
    assertThat(manifest.languages()).containsExactly("en");
    assertThat(manifest.abstain().band()).isPresent();
    assertThat(manifest.abstain().unknownShare()).contains(0.5);
    assertThat(manifest.quality()).isEqualTo(before.manifest().quality());
    assertThat(manifest.histograms().withLabels(List.of()))
        .isEqualTo(before.manifest().histograms().withLabels(List.of()));
    assertThat(sum(before.manifest().histograms().labels())).isEqualTo(100);
    assertThat(manifest.histograms().labels()).hasSize(2);
    assertThat(sum(manifest.histograms().labels())).isEqualTo(answered(out));
    assertThat(manifest.training())
        .containsEntry("wantedPrecision", "0.8")
        .containsKeys("abstainCommand", "abstainDataSha256")
        .containsAllEntriesOf(before.manifest().training());
    assertThat(Files.readString(out.resolve("README.md")))
        .contains("these languages: en.", "gets no label", "| 100 % | ");
  }

  @Test
  void bandStaysWithoutATargetPrecision() {
    Path first = folder.resolve("first");
    abstain(model, first, "--target-precision", "0.8");
    AbstainBand band = bundle(first).manifest().abstain().band().orElseThrow();

    Path second = folder.resolve("second");
    abstain(first, second, "--unknown-share", "0.25");

    assertThat(bundle(second).manifest().abstain().band()).contains(band);
    assertThat(bundle(second).manifest().abstain().unknownShare()).contains(0.25);
    assertThat(commands.succeed("predict", "--bundle", second, "lovely gnu film"))
        .startsWith("no answer (OUT_OF_VOCABULARY): 3 tokens, 2 known, 1 unknown: gnu");
    assertThat(
            commands.succeed(
                "predict", "--bundle", second, "--unknown-share", "0.9", "lovely gnu film"))
        .contains(" no answer (LOW_CONFIDENCE); 3 tokens, 2 known");
    assertThat(commands.run("predict", "--bundle", second, "--unknown-share", "9", "film"))
        .isEqualTo(2);
  }

  @Test
  void existingFilesNeedOverwrite() {
    assertThat(commands.run(args(model, model))).isEqualTo(2);
    assertThat(commands.err()).contains("bundle.zip already exists. Use --overwrite");

    abstain(model, model, "--overwrite", "--languages", "de");

    assertThat(bundle(model).manifest().languages()).containsExactly("de");
  }

  @Test
  void invalidOptionsAreUsageErrorsBeforeAnythingIsRead() {
    for (List<String> options :
        List.of(
            List.of("--target-precision", "0.5"),
            List.of("--unknown-share", "1.5"),
            List.of("--languages", "en-US"),
            List.of("--languages", "en,en"),
            List.of("--model-version", "two words"))) {
      assertThat(
              commands.run(
                  args(
                      folder.resolve("none"), folder.resolve("x"), options.toArray(String[]::new))))
          .isEqualTo(2);
      assertThat(commands.err()).contains(options.get(0));
      assertThat(folder.resolve("x")).doesNotExist();
    }
  }

  @Test
  void importedBundleGetsMeasurementsOnTheTexts() throws IOException {
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
    assertThat(bundle(three).manifest().abstain().isEmpty()).isTrue();
    assertThat(bundle(three).manifest().quality()).isEmpty();
    List<String> lines = new ArrayList<>(List.of("text,label"));
    for (int i = 0; i < 30; i++) {
      lines.add("the film was good,bad");
      lines.add("a bad film,fair");
      lines.add("movie,good");
    }
    reviews = Files.write(folder.resolve("three.csv"), lines);
    Path out = folder.resolve("ruled");
    abstain(three, out, "--target-precision", "0.99");

    Manifest manifest = bundle(out).manifest();
    assertThat(manifest.abstain().confidence()).isPresent();
    assertThat(Objects.requireNonNull(manifest.quality().get("validation")).examples())
        .isEqualTo(90);
    assertThat(manifest.histograms().length().counts().stream().mapToLong(Long::valueOf).sum())
        .isEqualTo(90);
    assertThat(bundle(out).golden()).isEqualTo(bundle(three).golden());

    reviews = Files.writeString(folder.resolve("split.csv"), "split,text,label\ntrain,good,bad\n");
    assertThat(commands.run(args(three, folder.resolve("x")))).isEqualTo(1);
    assertThat(commands.err()).contains("no record of the validation split", "--split test");
    assertThat(folder.resolve("x")).doesNotExist();
  }

  private static long sum(List<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  private long answered(Path bundle) throws IOException {
    return new ObjectMapper()
        .readTree(
            commands.succeed(
                "evaluate",
                "--bundle",
                bundle,
                "--data",
                reviews,
                "--split",
                "validation",
                "--json"))
        .at("/answers/answered")
        .asLong();
  }

  private void abstain(Path bundle, Path out, String... more) {
    commands.succeed(args(bundle, out, more));
  }

  private Object[] args(Path bundle, Path out, String... more) {
    List<Object> args =
        new ArrayList<>(List.of("abstain", "--bundle", bundle, "--data", reviews, "--out", out));
    args.addAll(Arrays.asList(more));
    return args.toArray();
  }

  private static Bundle bundle(Path path) {
    return BundleReader.read(path).bundle();
  }
}
