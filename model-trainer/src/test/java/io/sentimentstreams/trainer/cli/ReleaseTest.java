package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.decision.AbstainBand;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calibration, abstain band, reports, comparison and inspection on the command line. */
class ReleaseTest {

  /** Options of a training whose scores are much higher than the shares of the labels. */
  private static final String[] SKEWED = {"--class-weights", "0:1,1:5", "--no-report"};

  private static final String ATTACK = "<script>alert(1)</script>";

  @TempDir private Path folder;

  private final TypedCommands commands = new TypedCommands();
  private Path reviews = Path.of("");

  /** A fifth of the labels is wrong. */
  @BeforeEach
  void writeReviews() throws IOException {
    Random random = new Random(4);
    List<String> lines = new ArrayList<>(List.of("split,text,label"));
    for (int i = 0; i < 1100; i++) {
      boolean positive = i % 2 == 0;
      String text =
          (positive ? "a lovely " : "an awful ") + "film " + random.nextInt(50) + " " + ATTACK;
      boolean label = positive != (random.nextInt(5) == 0);
      lines.add("%s,%s,%d".formatted(i < 1000 ? "train" : "test", text, label ? 1 : 0));
    }
    reviews = Files.write(folder.resolve("reviews.csv"), lines);
  }

  @Test
  void temperatureLowersTheLogLossAndChangesNoDecision() throws IOException {
    train("plain", with(SKEWED, "--calibrate", "none"));
    train("warm", SKEWED);

    JsonNode plain = validation("plain");
    JsonNode warm = validation("warm");
    assertThat(warm.at("/logLoss").asDouble()).isLessThan(plain.at("/logLoss").asDouble());
    assertThat(warm.at("/confusion")).isEqualTo(plain.at("/confusion"));
    assertThat(facts("plain")).doesNotContainKey("calibrationTemperature");
    assertThat(facts("warm"))
        .containsEntry("calibration", "temperature")
        .containsKeys("calibrationErrorBefore", "calibrationErrorAfter");
    assertThat(Double.parseDouble(facts("warm").getOrDefault("calibrationTemperature", "")))
        .isNotEqualTo(1);
    assertThat(bundle("warm").model().network()).isEqualTo(bundle("plain").model().network());
  }

  @Test
  void plattRecordsItsShift() {
    assertThat(train("platt", with(SKEWED, "--calibrate", "platt")))
        .contains("calibrated by platt, temperature ");

    assertThat(facts("platt"))
        .containsEntry("calibration", "platt")
        .containsKey("calibrationShift");
  }

  @Test
  void targetPrecisionBecomesABandInEvaluationAndModelCard() throws IOException {
    assertThat(train("careful", "--target-precision", "0.99", "--no-report"))
        .contains("are uncertain", "are decided");

    AbstainBand band = bundle("careful").manifest().abstain().band().orElseThrow();
    assertThat(band.low()).isLessThan(0.5);
    JsonNode validation = validation("careful");
    assertThat(validation.at("/outsideBand/coverage").asDouble()).isEqualTo(band.coverage());
    assertThat(validation.at("/outsideBand/precision").asDouble()).isEqualTo(band.precision());
    assertThat(Files.readString(folder.resolve("careful").resolve("README.md")))
        .contains("A score from " + band.low() + " to below " + band.high());
    commands.succeed(
        "evaluate", "--bundle", folder.resolve("careful"), "--data", reviews, "--record");
    assertThat(bundle("careful").manifest().abstain().band()).contains(band);
  }

  @Test
  void precisionOutOfRangeIsAUsageError() {
    assertThat(commands.run(args("x", "--target-precision", "95"))).isEqualTo(2);
    assertThat(commands.err()).contains("--target-precision", "95.0");
  }

  @Test
  void reportAndCurvesAreWrittenToTheOutputFolder() throws IOException {
    assertThat(train("told")).contains("wrote " + folder.resolve("told").resolve("report.html"));

    String page = Files.readString(folder.resolve("told").resolve("report.html"));
    assertThat(page)
        .contains("told, version 1", "Training curves")
        .contains("Confusion matrix", "Receiver operating characteristic, AUC 0.")
        .contains("Ranking and calibration", "Scores and lengths")
        .contains("Misclassified reviews", "&lt;script&gt;alert(1)")
        .contains("dataSha256", "validationSha256", "seed", "batchSize", "--data");
    assertThat(page).doesNotContain(ATTACK).doesNotContain("<script", "<link", "<img", "src=");
    BufferedImage curves = ImageIO.read(folder.resolve("told").resolve("curves.png").toFile());
    assertThat(curves.getWidth()).isEqualTo(1920);
  }

  @Test
  void evaluateWritesAReportOnOtherReviews() throws IOException {
    train("model", "--no-report");
    assertThat(folder.resolve("model").resolve("report.html")).doesNotExist();
    Path page = folder.resolve("test.html");

    commands.succeed(
        "evaluate", "--bundle", folder.resolve("model"), "--data", reviews, "--report", page);

    assertThat(Files.readString(page))
        .contains("test split of " + reviews, "100 reviews", "Training curves");
    assertThat(
            commands.run(
                "evaluate",
                "--bundle",
                folder.resolve("model"),
                "--data",
                reviews,
                "--report",
                folder.resolve("none").resolve("test.html")))
        .isEqualTo(1);
    assertThat(commands.err()).contains("test.html");
  }

  @Test
  void bundlesAreCompared() throws IOException {
    train("first", "--no-report");
    train("second", "--no-report", "--units", "4", "--model-version", "2");
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");

    assertThat(commands.succeed("compare", first, second))
        .contains("first, 1", "second, 2", "GRU 8", "GRU 4", "validation ECE")
        .doesNotContain("test accuracy");
    assertThat(commands.succeed("compare", first, second, "--data", reviews))
        .contains("test accuracy", "ms per review, median", "reviews.csv, test, 100 reviews");
    JsonNode json =
        new ObjectMapper()
            .readTree(commands.succeed("compare", first, second, "--data", reviews, "--json"));
    assertThat(json.at("/data/examples").asInt()).isEqualTo(100);
    assertThat(json.at("/bundles/1/version").asText()).isEqualTo("2");
    assertThat(json.at("/bundles/1/parameters").asLong())
        .isEqualTo(bundle("second").model().network().parameterCount());
    assertThat(json.at("/bundles/0/bytes").asLong())
        .isEqualTo(Files.size(first.resolve("bundle.zip")));
    assertThat(json.at("/bundles/0/measured/accuracy").asDouble()).isEqualTo(accuracy("first"));
    assertThat(json.at("/bundles/0/measured/medianMilliseconds").asDouble()).isPositive();
    assertThat(commands.run("compare", first, "--data", reviews, "--split", "validation"))
        .isEqualTo(2);
  }

  @Test
  void inspectPrintsTheContentsOfABundle() throws IOException {
    train("seen", "--no-report", "--target-precision", "0.9");
    Path seen = folder.resolve("seen");

    assertThat(commands.succeed("inspect", seen))
        .contains("name, version  seen, 1", "gru/recurrent_kernel [8, 24]", "first: <oov> ")
        .contains("quality", "seed ", "histograms", "golden scores", "weights.safetensors ");
    JsonNode json = new ObjectMapper().readTree(commands.succeed("inspect", seen, "--json"));
    assertThat(json.at("/vocabulary/size").asInt())
        .isEqualTo(bundle("seen").tokenizer().vocabularySize());
    assertThat(json.at("/layers/1/parameters").asLong()).isEqualTo(8 * 24 + 8 * 24 + 2 * 24);
    assertThat(json.at("/layers/1/output").asInt()).isEqualTo(8);
    assertThat(json.at("/golden")).hasSize(12);
    assertThat(json.at("/checksums")).hasSize(4);
    assertThat(json.at("/abstain/band/low").asDouble()).isLessThanOrEqualTo(0.5);
    assertThat(commands.run("inspect", folder.resolve("none"))).isEqualTo(1);
  }

  @Test
  void weakTrainingIsNotCalibrated() throws IOException {
    Path tiny = folder.resolve("tiny.csv");
    Files.write(tiny, Files.readAllLines(reviews).subList(0, 101));
    reviews = tiny;

    assertThat(train("weak", "--no-report"))
        .contains("calibration left out: 20 validation reviews are fewer than 30")
        .doesNotContain("calibrated by");
    assertThat(facts("weak"))
        .containsEntry("calibration", "none")
        .containsEntry("calibrationLeftOut", "temperature: 20 validation reviews are fewer than 30")
        .doesNotContainKey("calibrationTemperature");
    assertThat(Files.readString(folder.resolve("weak").resolve("README.md")))
        .contains("| calibrationLeftOut | temperature: 20 validation reviews");
  }

  private static String[] with(String[] options, String... more) {
    return Stream.concat(Arrays.stream(options), Arrays.stream(more)).toArray(String[]::new);
  }

  private String train(String name, String... more) {
    return commands.succeed(args(name, more));
  }

  private Object[] args(String name, String... more) {
    List<Object> args = new ArrayList<>(List.of("train", "--data", reviews, "--cell", "gru"));
    args.addAll(
        List.of("--out", folder.resolve(name), "--embedding-dim", "8", "--batch-size", "16"));
    args.addAll(List.of("--max-length", "20", "--workers", "2"));
    args.addAll(List.of("--progress", "lines", "--dropout", "0", "--embedding-dropout", "0"));
    // The markup of the attack gives the network words to become overconfident with.
    args.addAll(List.of("--epochs", "4", "--learning-rate", "0.02", "--normalizer", "none"));
    args.addAll(List.of(more));
    if (!List.of(more).contains("--units")) {
      args.addAll(List.of("--units", "8"));
    }
    return args.toArray();
  }

  private JsonNode validation(String name) throws IOException {
    return evaluated(name, "validation");
  }

  private double accuracy(String name) throws IOException {
    return evaluated(name, "test").at("/accuracy").asDouble();
  }

  private JsonNode evaluated(String name, String split) throws IOException {
    return new ObjectMapper()
        .readTree(
            commands.succeed(
                "evaluate",
                "--bundle",
                folder.resolve(name),
                "--data",
                reviews,
                "--split",
                split,
                "--json"));
  }

  private Bundle bundle(String name) {
    return BundleReader.read(folder.resolve(name)).bundle();
  }

  private Map<String, String> facts(String name) {
    return bundle(name).manifest().training();
  }
}
