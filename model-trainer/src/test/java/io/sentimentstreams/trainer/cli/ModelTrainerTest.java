package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.Quality;
import io.sentimentstreams.model.text.Analyzer;
import io.sentimentstreams.model.text.Tokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands on reviews that are easy to learn. */
class ModelTrainerTest {

  private static final List<String> PRAISE = List.of("lovely", "great", "moving", "superb");
  private static final List<String> BLAME = List.of("awful", "dull", "weak", "boring");
  private static final List<String> NEUTRAL =
      List.of("the", "film", "actor", "scene", "was", "and", "story", "music", "of", "in");

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String standardInput = "";
  private Path reviews = Path.of("");

  @BeforeEach
  void writeReviews() throws IOException {
    Random random = new Random(3);
    List<String> lines = new ArrayList<>(List.of("split,text,label"));
    for (int i = 0; i < 300; i++) {
      boolean positive = i % 2 == 0;
      lines.add(
          "%s,%s,%s"
              .formatted(i < 200 ? "train" : "test", text(random, positive), positive ? 1 : 0));
    }
    reviews = Files.write(folder.resolve("reviews.csv"), lines);
  }

  private static String text(Random random, boolean positive) {
    List<String> opinion = positive ? PRAISE : BLAME;
    List<String> words = new ArrayList<>();
    for (int i = random.nextInt(3, 9); i > 0; i--) {
      words.add(NEUTRAL.get(random.nextInt(NEUTRAL.size())));
    }
    words.add(opinion.get(random.nextInt(opinion.size())));
    words.add(opinion.get(random.nextInt(opinion.size())));
    Collections.shuffle(words, random);
    return String.join(" ", words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lstm", "gru", "simple-rnn"})
  void trainedModelDistinguishesPositiveFromNegative(String cell) throws IOException {
    Path model = folder.resolve("models").resolve(cell);
    assertThat(train(cell, model)).as(err.toString()).isZero();
    assertThat(err.toString()).contains("epoch 1: loss ", "best so far");

    JsonNode test = evaluate(model, "test");
    assertThat(test.at("/accuracy").asDouble()).isGreaterThan(0.95);
    assertThat(test.at("/examples").asInt()).isEqualTo(100);

    assertThat(predict(model, "the story was superb and moving")).contains(" positive; 6 tokens");
    assertThat(predict(model, "the story was dull and boring")).contains(" negative; 6 tokens");
  }

  @Test
  void bothDirectionsAndPoolingAreLearnedToo() throws IOException {
    Path model = folder.resolve("both");

    assertThat(train("gru", model, "--bidirectional", "--pooling", "max")).isZero();

    assertThat(evaluate(model, "test").at("/accuracy").asDouble()).isGreaterThan(0.95);
  }

  @Test
  void sameSeedGivesTheSameModelAndAnotherSeedAnother() {
    for (String name : List.of("a", "b")) {
      assertThat(train("gru", folder.resolve(name), "--epochs", "2", "--dropout", "0.5")).isZero();
    }
    assertThat(train("gru", folder.resolve("c"), "--epochs", "2", "--seed", "5")).isZero();

    Bundle first = bundle("a");
    assertThat(bundle("b").golden()).isEqualTo(first.golden());
    first
        .model()
        .weights()
        .forEach(
            (name, tensor) ->
                assertThat(bundle("b").model().weight(name)).isEqualTo(tensor.data()));
    assertThat(bundle("c").golden()).isNotEqualTo(first.golden());
  }

  @Test
  void bundleRecordsItsTraining() throws IOException {
    Path model = folder.resolve("told");
    assertThat(train("lstm", model, "--name", "told-name", "--model-version", "7", "--seed", "9"))
        .isZero();

    Bundle bundle = bundle("told");
    assertThat(bundle.manifest().name()).isEqualTo("told-name");
    assertThat(bundle.manifest().version()).isEqualTo("7");
    assertThat(bundle.manifest().threshold()).isEqualTo(0.5);
    assertThat(bundle.manifest().labels()).containsExactly("negative", "positive");
    assertThat(bundle.golden()).hasSize(12);
    assertThat(bundle.manifest().training())
        .containsEntry("seed", "9")
        .containsEntry("finished", "true")
        .containsEntry("trainingExamples", "160")
        .containsEntry("validationExamples", "40")
        .containsKeys("command", "trainingSha256", "validationSha256", "bestEpoch", "epoch.001");
    assertThat(sum(bundle.manifest().histograms().score().counts())).isEqualTo(40);
    assertThat(((Tokenizer) bundle.tokenizer()).settings().oovToken()).contains("<oov>");

    Quality validation = quality(bundle, "validation");
    JsonNode again = evaluate(model, "validation");
    assertThat(again.at("/data/sha256").asText()).isEqualTo(validation.dataSha256());
    assertThat(again.at("/accuracy").asDouble()).isEqualTo(validation.accuracy());
    assertThat(again.at("/logLoss").asDouble()).isCloseTo(validation.logLoss(), within(1e-12));

    assertThat(Files.readString(model.resolve("README.md")))
        .contains("# told-name, version 7", "the CSV file reviews.csv", "--cell lstm")
        .contains("| seed | 9 |", "| validation: ", "| test | not measured yet")
        .contains("bundle.zip", "Limits of use");
  }

  @Test
  void koreanMorphemesAreLearnedServedAndRecorded() throws IOException {
    Path korean = folder.resolve("korean.csv");
    Files.writeString(korean, "text,label\n" + "영화는 재미있었다,1\n영화가 지루했다,0\n".repeat(40));
    Path model = folder.resolve("korean");
    assertThat(
            run(
                "train",
                "--data",
                korean,
                "--cell",
                "gru",
                "--out",
                model,
                "--analyzer",
                "nori",
                "--units",
                "8",
                "--embedding-dim",
                "8",
                "--epochs",
                "6",
                "--learning-rate",
                "0.02",
                "--batch-size",
                "16",
                "--workers",
                "2",
                "--progress",
                "lines"))
        .as(err.toString())
        .isZero();

    Bundle bundle = bundle("korean");
    assertThat(bundle.manifest().text().analyzer()).isEqualTo(Analyzer.NORI);
    assertThat(((Tokenizer) bundle.tokenizer()).wordIndex())
        .containsKey("영화")
        .doesNotContainKey("영화는");
    assertThat(Files.readString(model.resolve("README.md"))).contains("nori analyzer");
    assertThat(predict(model, "영화도 지루했겠다")).contains(" negative; ", " unknown: 도 ");
  }

  @ParameterizedTest
  @CsvSource({
    "kuromoji, 料理が美味しかった。, 料理が不味かった。, 部屋も美味しかった, 部屋 も",
    "smartcn, 这部电影非常好看。, 这部电影非常糟糕。, 酒店非常好看, 酒店",
    "icu, หนังเรื่องนี้สนุกมาก, หนังเรื่องนี้น่าเบื่อ, อาหารสนุก, อาหาร"
  })
  void wordsOfLanguagesWithoutSpacesAreLearnedAndServed(
      String analyzer, String good, String bad, String text, String unknown) throws IOException {
    Path data = folder.resolve(analyzer + ".csv");
    Files.writeString(data, "text,label\n" + "%s,1\n%s,0\n".formatted(good, bad).repeat(40));
    Path model = folder.resolve(analyzer);
    assertThat(
            run(
                (Object[])
                    ("train --cell gru --units 8 --embedding-dim 8 --epochs 6 --learning-rate 0.02"
                            + " --batch-size 16 --workers 2 --progress lines --analyzer "
                            + analyzer
                            + " --data "
                            + data
                            + " --out "
                            + model)
                        .split(" ")))
        .as(err.toString())
        .isZero();

    assertThat(bundle(analyzer).manifest().text().analyzer().displayName()).isEqualTo(analyzer);
    assertThat(Files.readString(model.resolve("README.md")))
        .contains("Lucene's " + analyzer + " analyzer first splits ");
    assertThat(predict(model, text)).contains(" positive; ", " unknown: " + unknown);
  }

  @Test
  void vocabularyContainsOnlyWordsOfTheTrainingReviews() {
    Path model = folder.resolve("few");
    assertThat(train("gru", model, "--num-words", "8", "--epochs", "1")).isZero();

    Bundle bundle = bundle("few");
    assertThat(bundle.tokenizer().vocabularySize()).isEqualTo(7);
    assertThat(bundle.model().network().embedding().inputDim()).isEqualTo(8);
    assertThat(predict(model, "unheard (unheard!) unseen"))
        .contains("3 tokens, 0 known, 3 unknown: unheard unseen");
  }

  @Test
  void recordedTestQualityStaysInBundleAndCard() throws IOException {
    Path model = folder.resolve("recorded");
    assertThat(train("gru", model)).isZero();
    Bundle before = bundle("recorded");

    assertThat(run("evaluate", "--bundle", model, "--data", reviews, "--record")).isZero();

    Bundle after = bundle("recorded");
    assertThat(after.manifest().quality()).containsOnlyKeys("test", "validation");
    assertThat(quality(after, "test").examples()).isEqualTo(100);
    assertThat(after.golden()).isEqualTo(before.golden());
    assertThat(after.manifest().training())
        .containsAllEntriesOf(before.manifest().training())
        .containsKey("answeredAccuracy.test")
        .hasSize(before.manifest().training().size() + 1);
    assertThat(Files.readString(model.resolve("README.md")))
        .contains("| test: the CSV file reviews.csv | 100 |")
        .doesNotContain("not measured yet");
  }

  @Test
  void measuringOnTrainingReviewsPrintsAWarning() throws IOException {
    Path learned = folder.resolve("learned.csv");
    Files.writeString(learned, "text,label\n" + "lovely,1\nawful,0\n".repeat(20));
    Path model = folder.resolve("model");
    assertThat(run("train", "--data", learned, "--cell", "gru", "--out", model, "--epochs", "1"))
        .isZero();

    run("evaluate", "--bundle", model, "--data", reviews);
    assertThat(err.toString()).isEmpty();
    run("evaluate", "--bundle", model, "--data", learned);
    assertThat(err.toString()).contains("warning: ");
  }

  @Test
  void validationSplitOfOtherDataIsRejected() throws IOException {
    Path model = folder.resolve("model");
    assertThat(train("gru", model, "--epochs", "1")).isZero();
    Path other = folder.resolve("other.csv");
    Files.writeString(other, "text,label\n" + "lovely,1\nawful,0\n".repeat(20));

    assertThat(run("evaluate", "--bundle", model, "--data", other, "--split", "validation"))
        .isEqualTo(1);
    assertThat(err.toString()).contains(other.toString(), "--split test");
  }

  @Test
  void linesOfTheStandardInputAreScored() {
    Path model = folder.resolve("model");
    assertThat(train("gru", model)).isZero();
    standardInput = "the film was great\nthe film was weak\n";

    assertThat(predict(model).lines())
        .satisfiesExactly(
            first -> assertThat(first).contains("positive; 4 tokens, 4 known, 0 unknown"),
            second -> assertThat(second).contains("negative; 4 tokens, 4 known, 0 unknown"));
  }

  @Test
  void usageErrorsAreOneLineWithExitCode2() {
    assertThat(run("train", "--data", reviews, "--cell", "gru")).isEqualTo(2);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("error: Missing required option: '--out=DIR'")
        .contains("model-trainer train --help");
    assertThat(train("transformer", folder.resolve("x"))).isEqualTo(2);
    assertThat(train("gru", folder.resolve("x"), "--epochs", "0")).isEqualTo(2);
    assertThat(train("gru", folder.resolve("x"), "--validation-split", "1")).isEqualTo(2);
    assertThat(train("gru", folder.resolve("x"), "--limit", "1")).isEqualTo(2);
    assertThat(train("gru", folder.resolve("x"), "--units", "0")).isEqualTo(2);
    assertThat(train("gru", folder.resolve("x"), "--name", "two words")).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @Test
  void existingBundleIsReplacedOnRequestOnly() {
    Path model = folder.resolve("model");
    assertThat(train("gru", model, "--epochs", "1")).isZero();

    assertThat(train("lstm", model, "--epochs", "1")).isEqualTo(2);
    assertThat(err.toString()).contains("already", "--overwrite");
    assertThat(train("lstm", model, "--epochs", "1", "--overwrite")).isZero();
  }

  @Test
  void failuresAreOneLineWithExitCode1AndAStackTraceOnRequest() {
    assertThat(run("predict", "--bundle", folder.resolve("none"), "x")).isEqualTo(1);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains(folder.resolve("none").toString());

    assertThat(run("predict", "--bundle", folder.resolve("none"), "--debug", "x")).isEqualTo(1);
    assertThat(err.toString()).contains("\tat io.sentimentstreams.model.bundle.BundleReader");
  }

  @Test
  void reviewsWithOneLabelAreRejected() throws IOException {
    Path file = folder.resolve("glad.csv");
    Files.writeString(file, "text,label\n" + "lovely,1\n".repeat(10));

    assertThat(run("train", "--data", file, "--cell", "gru", "--out", folder.resolve("x")))
        .isEqualTo(1);
    assertThat(err.toString()).contains("one label only");
  }

  private int train(String cell, Path model, String... more) {
    List<Object> args =
        new ArrayList<>(List.of("train", "--data", reviews, "--cell", cell, "--out", model));
    args.addAll(List.of("--embedding-dim", "8", "--batch-size", "16", "--learning-rate", "0.02"));
    args.addAll(List.of("--max-length", "20", "--workers", "2", "--progress", "lines"));
    List<String> given = List.of(more);
    if (!given.contains("--units")) {
      args.addAll(List.of("--units", "8"));
    }
    if (!given.contains("--epochs")) {
      args.addAll(List.of("--epochs", "12"));
    }
    if (!given.contains("--dropout")) {
      args.addAll(List.of("--dropout", "0", "--embedding-dropout", "0"));
    }
    args.addAll(given);
    return run(args.toArray());
  }

  private JsonNode evaluate(Path model, String split) throws IOException {
    out.getBuffer().setLength(0);
    assertThat(run("evaluate", "--bundle", model, "--data", reviews, "--split", split, "--json"))
        .as(err.toString())
        .isZero();
    return new ObjectMapper().readTree(out.toString());
  }

  private String predict(Path model, String... texts) {
    out.getBuffer().setLength(0);
    List<Object> args = new ArrayList<>(List.of("predict", "--bundle", model));
    args.addAll(Arrays.asList(texts));
    assertThat(run(args.toArray())).as(err.toString()).isZero();
    return out.toString();
  }

  private int run(Object... args) {
    err.getBuffer().setLength(0);
    return ModelTrainer.run(
        Arrays.stream(args).map(Object::toString).toArray(String[]::new),
        new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        InstantSource.system());
  }

  private Bundle bundle(String name) {
    return BundleReader.read(folder.resolve(name)).bundle();
  }

  private static Quality quality(Bundle bundle, String split) {
    return Optional.ofNullable(bundle.manifest().quality().get(split)).orElseThrow();
  }

  private static long sum(List<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).sum();
  }
}
