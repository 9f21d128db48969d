package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sentimentstreams.trainer.data.source.DataSource;
import io.sentimentstreams.trainer.data.source.TrainingData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinearCommandTest {

  @TempDir private Path folder;
  private final TypedCommands commands = new TypedCommands();
  private Path reviews = Path.of("");

  @BeforeEach
  void writeReviews() throws IOException {
    List<String> lines = new ArrayList<>(List.of("split,text,label"));
    for (int i = 0; i < 100; i++) {
      String split = i < 80 ? "train" : "test";
      lines.add(
          "%s,film %d was %s,%d".formatted(split, i, i % 2 == 0 ? "great" : "dull", 1 - i % 2));
    }
    reviews = Files.write(folder.resolve("reviews.csv"), lines);
  }

  @Test
  void baselineIsMeasuredOnTheValidationSplitOfTrain() throws IOException {
    JsonNode printed = json("--split", "validation", "--seed", "7", "--validation-split", "0.25");

    TrainingData data =
        TrainingData.read(
            DataSource.of(reviews), Optional.empty(), new TrainingData.Holdout(0.25, 7));
    assertThat(printed.at("/data/sha256").asText())
        .isEqualTo(data.fingerprints().validation().sha256());
    assertThat(printed.at("/examples").asInt()).isEqualTo(20);
    assertThat(printed.at("/accuracy").asDouble()).isEqualTo(1);
    assertThat(commands.err()).contains("trained on 60 reviews");
  }

  @Test
  void testSplitIsMeasuredByAModelOfTheWholeTrainSplit() throws IOException {
    JsonNode printed = json("--split", "test", "--ngrams", "2", "--c", "0.5");

    assertThat(printed.at("/data/split").asText()).isEqualTo("test");
    assertThat(printed.at("/examples").asInt()).isEqualTo(20);
    assertThat(printed.at("/bundle/version").asText()).isEqualTo("1-2-grams, C 0.5");
    assertThat(printed.at("/bundle").has("sha256")).isFalse();
    assertThat(commands.err()).contains("trained on 80 reviews").doesNotContain("warning");
  }

  @Test
  void tableNamesTheModelAndItsMeasures() {
    assertThat(commands.succeed("linear", "--data", reviews))
        .contains("model              linear NB-SVM, 1-3-grams, C 1.0")
        .contains("accuracy           1.0000", "log loss", "AUC                1.0000")
        .contains("calibration error", "predicted positive");
  }

  @Test
  void measuringOnTrainingReviewsPrintsAWarning() throws IOException {
    Path same = Files.writeString(folder.resolve("same.csv"), "text,label\ngood,1\nbad,0\n");

    commands.succeed("linear", "--data", same, "--split", "test");

    assertThat(commands.err()).contains("warning: ");
  }

  @Test
  void usageErrorsHaveExitCode2() {
    assertThat(commands.run("linear", "--data", reviews, "--split", "train")).isEqualTo(2);
    assertThat(commands.err()).contains("--split must be validation or test");
    assertThat(commands.run("linear", "--data", reviews, "--ngrams", "0")).isEqualTo(2);
    assertThat(commands.run("linear", "--data", reviews, "--c", "-1")).isEqualTo(2);
    assertThat(commands.run("linear", "--data", reviews, "--validation-split", "1")).isEqualTo(2);
    assertThat(commands.run("linear")).isEqualTo(2);
  }

  private JsonNode json(String... more) throws IOException {
    List<Object> args = new ArrayList<>(List.of("linear", "--data", reviews, "--json"));
    args.addAll(List.of(more));
    return new ObjectMapper().readTree(commands.succeed(args.toArray()));
  }
}
