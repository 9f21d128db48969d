package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sentimentstreams.model.bundle.BundleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels in the spellings of other programs, in all commands that read them. */
class LabelCommandsTest {

  private static final List<String> NETWORK =
      List.of(
          "--cell",
          "none",
          "--pooling",
          "average",
          "--embedding-dim",
          "4",
          "--epochs",
          "6",
          "--batch-size",
          "8",
          "--learning-rate",
          "0.05",
          "--dropout",
          "0",
          "--workers",
          "1",
          "--no-report",
          "--progress",
          "lines");

  @TempDir private static Path shared = Path.of("");

  @TempDir private Path folder;
  private final TypedCommands commands = new TypedCommands();
  private final Path model = shared.resolve("model");

  @BeforeEach
  void trainOnFloats() throws IOException {
    if (!Files.exists(model)) {
      succeed("train", "--data", pairs("floats.csv", "0.0", "1.0"), "--out", model);
    }
  }

  @Test
  void floatsBecomeNegativeAndPositive() {
    assertThat(BundleReader.read(model).bundle().manifest().labels())
        .containsExactly("negative", "positive");
  }

  @ParameterizedTest
  @CsvSource({
    "0,1",
    "0.0,1.0",
    "-1,1",
    "-1.0,+1",
    "1,2",
    "1.0,2.0",
    "0,4",
    "0e0,1e0",
    "neg,pos",
    "NEGATIVE,Positive",
    "no,yes",
    "False,True",
    "f,t",
    "n,Y"
  })
  void pairsWorkInEachCommand(String negative, String positive) throws IOException {
    Path data = pairs("pairs.csv", negative, positive);

    assertThat(accuracy("evaluate", "--bundle", model, "--data", data)).isEqualTo(1);
    assertThat(accuracy("linear", "--data", data, "--split", "validation")).isEqualTo(1);
    assertThat(
            new ObjectMapper()
                .readTree(commands.succeed("compare", model, "--data", data, "--json"))
                .at("/bundles/0/measured/accuracy")
                .asDouble())
        .as(commands.out())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"false,true", "0,1", "0.0,1.0", "-1,1", "\"neg\",\"pos\"", "0,1e0"})
  void jsonLabelsAreStringsNumbersOrBooleans(String negative, String positive) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      lines.add(
          "{\"text\": \"%s %d\", \"label\": %s}"
              .formatted(word(i), i, i % 2 == 0 ? negative : positive));
      lines.add(
          "{\"text\": \"nobody read %d\", \"label\": %s}"
              .formatted(i, i % 3 == 0 ? "null" : "NaN"));
    }
    Path data = Files.write(folder.resolve("pairs.jsonl"), lines);

    assertThat(accuracy("evaluate", "--bundle", model, "--data", data)).isEqualTo(1);
    assertThat(commands.err()).contains("left out 40 rows without a label: 'NaN' (26), empty (14)");
  }

  @Test
  void starsNeedAMappingEverywhere() throws IOException {
    Path data = stars();
    String map = "neg=1,2;pos=4,5;3=";

    assertThat(accuracy("evaluate", "--bundle", model, "--data", data, "--label-map", map))
        .isEqualTo(1);
    assertThat(commands.err()).contains("left out 10 rows because of --label-map: '3.0' (10)");
    assertThat(accuracy("linear", "--data", data, "--label-map", map)).isEqualTo(1);
    commands.succeed("compare", model, "--data", data, "--label-map", map);
    assertThat(commands.err()).contains("left out 10 rows");
    succeed("train", "--data", data, "--label-map", map, "--out", folder.resolve("mapped"));
    assertThat(BundleReader.read(folder.resolve("mapped")).bundle().manifest().labels())
        .containsExactly("negative", "positive");

    for (Object[] command :
        new Object[][] {
          {"evaluate", "--bundle", model, "--data", data},
          {"compare", model, "--data", data}
        }) {
      assertThat(commands.run(command)).isEqualTo(1);
      assertThat(commands.err())
          .contains("5 labels, but two are required (negative, positive)")
          .contains("--label-map, such as 'negative=1,2;positive=4,5;3='")
          .hasLineCount(1);
    }
    assertThat(commands.succeed("linear", "--data", data)).contains("true \\ predicted");
    assertThat(commands.run("linear", "--data", data, "--label-map", "neg=1,2;pos=4,5"))
        .isEqualTo(1);
    assertThat(commands.err()).contains("10 rows with values that --label-map does not map: '3.0'");
    assertThat(commands.run("linear", "--data", data, "--label-map", "neg=1;pos=1.0")).isEqualTo(2);
    assertThat(commands.err()).contains("--label-map", "the value 1.0 has two meanings");
    assertThat(commands.succeed("linear", "--data", data, "--label-map", "a=1,2;b=3;c=4,5"))
        .contains("macro F1", "true \\ predicted");
  }

  @Test
  void starBundlesMatchOtherNotations() throws IOException {
    Path five = folder.resolve("five");
    succeed("train", "--data", stars(), "--out", five);
    assertThat(commands.out()).contains("5 labels: 1, 2, 3, 4, 5");
    Path whole =
        Files.writeString(
            folder.resolve("whole.csv"), Files.readString(stars()).replace(".0\n", "\n"));

    assertThat(accuracy("evaluate", "--bundle", five, "--data", whole)).isGreaterThan(0.2);
  }

  @Test
  void sameColumnTwiceIsRejected() throws IOException {
    Path data = pairs("pairs.csv", "0", "1");

    for (String name : List.of("label", "Label", " LABEL ")) {
      assertThat(run("train", "--data", data, "--text-column", "label", "--label-column", name))
          .isEqualTo(2);
      assertThat(commands.err()).contains("--text-column and --label-column are the same");
    }
    assertThat(run("train", "--data", data, "--text-column", "label")).isEqualTo(1);
    assertThat(commands.err()).contains("no column named sentiment");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text,label,label",
        "text,label,Label",
        "text, text ,label",
        "text,\uFEFFlabel,label"
      })
  void columnsOfOneNameAreRejected(String header) throws IOException {
    for (String extension : List.of("csv", "tsv")) {
      String separator = extension.equals("csv") ? "," : "\t";
      Path data =
          Files.writeString(
              folder.resolve("twice." + extension),
              (header + "\n" + "a,0,1\nb,1,0\n".repeat(20)).replace(",", separator));
      assertThat(run("train", "--data", data)).isEqualTo(1);
      assertThat(commands.err()).contains("line 1: two columns are named");
    }
  }

  @Test
  void unnamedColumnsCanRepeat() throws IOException {
    Path data =
        Files.writeString(
            folder.resolve("unnamed.csv"), ",text,label,\n" + "1,good,1,\n2,bad,0,\n".repeat(20));

    assertThat(accuracy("linear", "--data", data)).isEqualTo(1);
  }

  @Test
  void repeatedFieldsMakeALineBad() throws IOException {
    Path data =
        Files.writeString(
            folder.resolve("twice.jsonl"),
            "{\"text\": \"a\", \"label\": 1, \"label\": 0}\n"
                + "{\"text\": \"a\", \"label\": 1}\n".repeat(20));

    assertThat(run("train", "--data", data)).isEqualTo(1);
    assertThat(commands.err())
        .contains("too many bad lines", "line 1: ", "the field 'label' occurs twice");
  }

  @Test
  void exchangedColumnsAndIdsAreRejectedWithTheirCause() throws IOException {
    Path data = pairs("pairs.csv", "0", "1");

    assertThat(run("train", "--data", data, "--text-column", "label", "--label-column", "text"))
        .isEqualTo(1);
    assertThat(commands.err())
        .contains("different labels in 80 rows", "Exchange --text-column and --label-column")
        .contains("--labels", "--allow-many-labels");
    Path ids =
        Files.writeString(
            folder.resolve("ids.csv"),
            "text,number,label\n"
                + String.join(
                    "\n",
                    java.util.stream.IntStream.range(0, 90)
                        .mapToObj(i -> "some good words of a long text,%d,1".formatted(i))
                        .toList()));
    assertThat(run("train", "--data", ids, "--label-column", "number")).isEqualTo(1);
    assertThat(commands.err()).contains("90 different labels", "as in an id column");
    succeed(
        "train",
        "--data",
        ids,
        "--label-column",
        "number",
        "--allow-many-labels",
        "--out",
        folder.resolve("many"));
  }

  @Test
  void partWithOneLabelIsNamed() throws IOException {
    Path two = Files.writeString(folder.resolve("two.csv"), "text,label\nbad,0\ngood,1\n");
    assertThat(run("train", "--data", two)).isEqualTo(1);
    assertThat(commands.err())
        .contains("the part to learn from (1 of 2 reviews, after the validation split of 0.2)");

    Path many = pairs("pairs.csv", "0", "1");
    assertThat(run("train", "--data", many, "--limit", "2")).isEqualTo(1);
    assertThat(commands.err())
        .contains("(1 of 80 reviews, after --limit 2 and the validation split of 0.2)")
        .contains("Raise or remove --limit");

    Path one = Files.writeString(folder.resolve("one.csv"), "text,label\n" + "a,1\n".repeat(9));
    assertThat(run("train", "--data", one)).isEqualTo(1);
    assertThat(commands.err()).contains("all 9 reviews have one label only, positive");
  }

  @Test
  void unlabelledRowsAreReportedWithoutLimit() throws IOException {
    Path data = pairs("pairs.csv", "0", "1");
    Files.writeString(
        data,
        Files.readString(data) + "nobody read this,-1\n".repeat(50) + "nor that,\n".repeat(9));

    succeed("train", "--data", data, "--out", folder.resolve("some"), "--bad-lines-max", "0");
    assertThat(commands.out())
        .contains("warning: " + data + ": left out 59 rows without a label: '-1' (50), empty (9)");
    assertThat(BundleReader.read(folder.resolve("some")).bundle().manifest().labels())
        .containsExactly("negative", "positive");
  }

  @Test
  void vectorsOfOtherWordsAndIncompleteClassWeightsAreRejected() throws IOException {
    Path data = pairs("pairs.csv", "0", "1");
    Path vectors = Files.writeString(folder.resolve("v.txt"), "gut 1 2\nschlecht 3 4\n");
    List<Object> args =
        new ArrayList<>(List.of("train", "--data", data, "--out", folder.resolve("v")));
    args.addAll(
        List.of("--cell", "none", "--pooling", "average", "--pretrained-embeddings", vectors));
    assertThat(commands.run(args.toArray())).isEqualTo(1);
    assertThat(commands.err()).contains("v.txt: no vector for any of the ", "Use vectors of");

    for (String weights : List.of("1:2", "0:1,1:2,2:1", "0:1,2:1")) {
      assertThat(run("train", "--data", data, "--class-weights", weights)).isEqualTo(1);
      assertThat(commands.err()).contains("2 classes: 0 (negative), 1 (positive)");
    }
  }

  @Test
  void vectorsAreLearnedFromRowsWithAnyLabel() throws IOException {
    Path data =
        Files.writeString(
            folder.resolve("any.csv"),
            "text,label\n" + "a good film,x\na film,\na,-1\n".repeat(20));

    commands.succeed(
        "embeddings",
        "--data",
        data,
        "--embedding-dim",
        "2",
        "--min-count",
        "1",
        "--workers",
        "1",
        "--out",
        folder.resolve("vectors.txt"));
    assertThat(Files.readString(folder.resolve("vectors.txt"))).contains("film ");
  }

  private Path stars() throws IOException {
    StringBuilder rows = new StringBuilder("text,label\n");
    String[] words = {"awful", "poor", "fair", "nice", "superb"};
    for (int i = 0; i < 50; i++) {
      String more = i % 5 < 2 ? "dull" : i % 5 > 2 ? "great" : "and";
      rows.append("%s %s %d,%d.0\n".formatted(words[i % 5], more, i, i % 5 + 1));
    }
    return Files.writeString(folder.resolve("stars.csv"), rows);
  }

  private Path pairs(String name, String negative, String positive) throws IOException {
    StringBuilder rows = new StringBuilder("text,label\n");
    for (int i = 0; i < 80; i++) {
      rows.append("%s %d,%s\n".formatted(word(i), i, i % 2 == 0 ? negative : positive));
    }
    return Files.writeString(folder.resolve(name), rows);
  }

  private static String word(int i) {
    return i % 2 == 0 ? "a dull film" : "a great film";
  }

  private double accuracy(Object... args) throws IOException {
    List<Object> all = new ArrayList<>(List.of(args));
    all.add("--json");
    return new ObjectMapper().readTree(commands.succeed(all.toArray())).at("/accuracy").asDouble();
  }

  private int run(Object... args) {
    List<Object> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--out", folder.resolve("x")));
    all.addAll(NETWORK);
    return commands.run(all.toArray());
  }

  private void succeed(Object... args) {
    List<Object> all = new ArrayList<>(List.of(args));
    all.addAll(NETWORK);
    all.add("--overwrite");
    commands.succeed(all.toArray());
  }
}
