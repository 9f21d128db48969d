package io.sentimentstreams.trainer.data.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.trainer.data.BadLineLimit;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.Labels;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelReaderTest {

  private static final Path PATH = Path.of("data.tsv");
  private static final LabelSettings INFERRED = LabelSettings.inferred();

  /** Pairs of spellings for negative and positive. */
  private static final String PAIRS =
      """
      negative|positive
      NEGATIVE|Positive
      neg|pos
      Neg|POS
      0|1
      0.0|1.0
      0|1.0
      -0|+1
      0e0|1e0
      \uFEFF0|1\r
      false|true
      False|True
      FALSE|TRUE
      f|t
      no|yes
      No|YES
      n|y
      -1|1
      -1.0|1.0
      \u22121|+1
      1|2
      1.0|2.0
      0|4
      0.0|4.0
      neg|1
      """;

  @ParameterizedTest
  @CsvSource(textBlock = PAIRS, delimiter = '|')
  void pairsAreNegativeAndPositive(String negative, String positive) {
    LabelReading inferred = read(INFERRED, negative + ":10", positive + ":10");

    assertThat(inferred.labels()).isEqualTo(Labels.SENTIMENT);
    assertThat(inferred.index(LabelValue.of(negative))).hasValue(0);
    assertThat(inferred.index(LabelValue.of(positive))).hasValue(1);
    assertThat(inferred.notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(textBlock = PAIRS, delimiter = '|')
  void pairsMatchTheLabelsOfBundlesInOtherSpellings(String negative, String positive) {
    for (List<String> names :
        List.of(
            List.of("negative", "positive"),
            List.of("0.0", "1.0"),
            List.of("no", "yes"),
            List.of("False", "True"),
            List.of("1", "2"),
            List.of("-1", "1"))) {
      LabelReading known =
          read(INFERRED.withKnown(new Labels(names)), negative + ":10", positive + ":10");

      assertThat(known.labels().names()).isEqualTo(names);
      assertThat(known.index(LabelValue.of(negative))).as("%s", names).hasValue(0);
      assertThat(known.index(LabelValue.of(positive))).as("%s", names).hasValue(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "negative,0", "true,1", "no,0", "1.0,1"})
  void oneLabelAloneIsReadByWordsOrZeroAndOne(String label, int index) {
    assertThat(read(INFERRED, label + ":10").index(LabelValue.of(label))).hasValue(index);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1:8 0:30 1:30 | negative,positive | -1",
        "-1.0:8 0.0:30 1.0:30 | negative,positive | -1",
        "-1:8 1:30 2:30 | negative,positive | -1",
        "-1:8 0:30 4:30 | negative,positive | -1",
        "-1:8 neg:30 pos:30 | negative,positive | -1",
        "-1:8 1:10 2:10 3:10 | 1,2,3 | -1",
        "-1:30 1:30 | negative,positive | ",
        "-1:30 1:30 nan:5 | negative,positive | nan",
        "-2:9 -1:9 0:9 1:9 2:9 | -2,-1,0,1,2 | ",
        "'':8 0:30 1:30 | negative,positive | ''",
        "NaN:80 0:30 1:30 | negative,positive | nan",
        "null:80 neg:30 pos:30 | negative,positive | null",
        "NA:8 None:3 bad:9 fair:9 good:9 | bad,fair,good | na,none",
        "none:8 bad:9 good:9 | bad,good,none | ",
      })
  void rowsWithoutLabelAreLeftOutAndCounted(String counts, String labels, String skipped) {
    LabelReading reading = read(INFERRED, counts.split(" "));

    assertThat(String.join(",", reading.labels().names())).isEqualTo(labels);
    assertThat(reading.skipped())
        .containsExactlyInAnyOrder(
            Optional.ofNullable(skipped)
                .map(s -> s.replace("''", "").split(","))
                .orElse(new String[0]));
    assertThat(reading.notes()).hasSize(skipped == null ? 0 : 1);
  }

  @Test
  void noteNamesValuesAndTheWayToKeepThem() {
    assertThat(read(INFERRED, "-1:1200", "'':3", "0:30", "1:30").notes())
        .containsExactly(
            "data.tsv: left out 1,203 rows without a label: '-1' (1,200), empty (3)."
                + " If -1 is a label, name it in --labels or --label-map");
  }

  @Test
  void namedMarkersAreLabels() {
    assertThat(
            read(INFERRED.withKnown(new Labels(List.of("-1", "0", "1"))), "-1:9", "0:9", "1:9")
                .skipped())
        .isEmpty();
    LabelReading mapped =
        read(
            INFERRED.withMap(Optional.of(LabelMap.parse("neg=-1;neu=0;pos=1"))),
            "-1:9",
            "0:9",
            "1:9");
    assertThat(mapped.labels().names()).containsExactly("neg", "neu", "pos");
    assertThat(mapped.index(LabelValue.of("-1.0"))).hasValue(0);
  }

  @Test
  void fileWithoutLabelsIsRejected() {
    assertThatThrownBy(() -> read(INFERRED, "-1:400"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContainingAll("no row has a label", "'-1' (400)", "--label-column");
    assertThatThrownBy(() -> read(INFERRED.withKnown(Labels.SENTIMENT), "'':7"))
        .hasMessageContaining("empty (7)");
  }

  @Test
  void fewOtherLabelsAreUnknown() {
    LabelReading reading = read(INFERRED, "0:500", "pos:490", "2:9");

    assertThat(reading.labels()).isEqualTo(Labels.SENTIMENT);
    assertThat(reading.index(LabelValue.of("2"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0:500 1:485 2:15 | 0,1,2",
        "5.0:9 4.0:9 1.0:9 2.0:9 3.0:9 | 1,2,3,4,5",
        "b:5 10:5 9:5 | 10,9,b",
        "-3:5 10:5 9:5 | -3,9,10",
        "0.5:5 1.5:5 10:5 | 0.5,1.5,10",
        "Good:9 good:5 fair:6 bad:7 BAD:8 | BAD,Good,fair",
        "pos:5 positive:6 neu:9 neg:9 | neg,neu,positive",
        "0:9 2:9 4:9 | 0,2,4",
      })
  void otherLabelsAreInferredAndSorted(String counts, String labels) {
    assertThat(String.join(",", read(INFERRED, counts.split(" ")).labels().names()))
        .isEqualTo(labels);
  }

  @Test
  void twoOtherLabelsNeedAnOrder() {
    assertThatThrownBy(() -> read(INFERRED, "ham:50", "spam:50"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContainingAll(
            "unknown order of the labels ham, spam. ",
            "--label-map 'negative=ham;positive=spam'",
            "--labels");
    assertThatThrownBy(() -> read(INFERRED, "1:50", "5:50")).hasMessageContaining(" 1, 5. ");
    assertThatThrownBy(() -> read(INFERRED, "5:50")).hasMessageContaining("one label only, 5. ");
  }

  @Test
  void manyLabelsNeedConfirmation() {
    String[] counts = IntStream.range(0, 51).mapToObj(i -> "c" + i + ":6").toArray(String[]::new);

    assertThatThrownBy(() -> read(INFERRED, counts))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContainingAll(
            "51 different labels in 306 rows: 'c0' (6)", "--labels", "--allow-many-labels");
    assertThat(read(INFERRED.withMode(LabelSettings.Mode.MANY), counts).labels().size())
        .isEqualTo(51);
    String[] fifty = IntStream.range(0, 50).mapToObj(i -> "c" + i + ":6").toArray(String[]::new);
    assertThat(read(INFERRED, fifty).labels().size()).isEqualTo(50);
  }

  @Test
  void rareLabelsNeedConfirmation() {
    assertThatThrownBy(() -> read(INFERRED, "bad:50", "fair:4", "good:50"))
        .hasMessageContainingAll(
            "1 of 3 labels have fewer than 5 rows: 'fair' (4). ",
            "--labels",
            "--allow-many-labels");
    assertThat(
            read(INFERRED.withMode(LabelSettings.Mode.MANY), "bad:50", "fair:4", "good:50")
                .labels()
                .names())
        .containsExactly("bad", "fair", "good");
    assertThat(read(INFERRED, "bad:50", "fair:5", "good:50").labels().size()).isEqualTo(3);
  }

  @Test
  void likelyCauseIsNamed() {
    LabelTally swapped = new LabelTally();
    LabelTally ids = new LabelTally();
    for (int i = 0; i < 400; i++) {
      swapped.add(LabelValue.of("a superb film number " + i), i + 2, 1);
      ids.add(LabelValue.of("id" + i), i + 2, 80);
    }

    for (LabelSettings settings : List.of(INFERRED, INFERRED.withKnown(Labels.SENTIMENT))) {
      assertThatThrownBy(() -> read(settings, swapped))
          .hasMessageContainingAll("'a superb film number 0' (1)", "Exchange --text-column and");
      assertThatThrownBy(() -> read(settings, ids))
          .hasMessageContainingAll("'id0' (1)", "as in an id column");
    }
  }

  @Test
  void otherLabelsThanThoseOfABundleAreExplained() {
    LabelSettings known = INFERRED.withKnown(Labels.SENTIMENT);

    assertThatThrownBy(() -> read(known, "1:9", "2:9", "3:9", "4:9", "5:9"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContainingAll(
            "5 labels, but two are required (negative, positive)",
            "--label-map, such as 'negative=1,2;positive=4,5;3='");
    assertThatThrownBy(() -> read(known, "bad:9", "fair:9", "good:9"))
        .hasMessageContainingAll("3 labels, but two are required", "'bad' (9)", "--label-map");
    assertThatThrownBy(() -> read(known, "ham:9", "spam:9"))
        .hasMessageContainingAll("18 rows have labels other than negative, positive", "'ham' (9)");
  }

  @Test
  void starsAreNeverZeroAndOneWithBadLines() {
    LabelTally stars = tally("1:9", "2:9", "3:9", "4:9", "5:9");
    BadLineLimit anything = new BadLineLimit.Percent(100);

    assertThatThrownBy(
            () ->
                new LabelReader(PATH, INFERRED.withKnown(Labels.SENTIMENT), anything, stars).read())
        .hasMessageContaining("5 labels, but two are required");
  }

  @ParameterizedTest
  @CsvSource({"5.0,4", "5,4", "1.00,0", "+3,2"})
  void labelsOfBundlesWithMoreClassesAreEqualAsValues(String value, int index) {
    Labels stars = new Labels(List.of("1", "2", "3", "4", "5"));

    assertThat(
            read(INFERRED.withKnown(stars), "1.0:9", "2.0:9", value + ":9")
                .index(LabelValue.of(value)))
        .hasValue(index);
  }

  @Test
  void wordsOfBundlesWithMoreClassesAreEqualWithoutCase() {
    Labels three = new Labels(List.of("Bad", "neutral", "positive"));
    LabelReading reading = read(INFERRED.withKnown(three), "BAD:9", "neu:9", "pos:9");

    assertThat(reading.index(LabelValue.of("BAD"))).hasValue(0);
    assertThat(reading.index(LabelValue.of("neu"))).hasValue(1);
    assertThat(reading.index(LabelValue.of("Pos"))).hasValue(2);
  }

  @Test
  void labelsThatDifferInCaseOnlyAreMatchedBySpelling() {
    Labels old = new Labels(List.of("A", "a", "b"));
    LabelReading reading = read(INFERRED.withKnown(old), "A:9", "a:9", "B:9");

    assertThat(reading.index(LabelValue.of("A"))).hasValue(0);
    assertThat(reading.index(LabelValue.of("a"))).hasValue(1);
    assertThat(reading.index(LabelValue.of("B"))).hasValue(2);
  }

  @Test
  void reversedLabelsStayReversed() {
    Labels reversed = new Labels(List.of("positive", "negative"));
    LabelReading reading = read(INFERRED.withKnown(reversed), "pos:9", "NEG:9");

    assertThat(reading.index(LabelValue.of("pos"))).hasValue(0);
    assertThat(reading.index(LabelValue.of("NEG"))).hasValue(1);
    assertThatThrownBy(() -> read(INFERRED.withKnown(reversed), "0:9", "1:9"))
        .hasMessageContaining("--label-map");
  }

  @ParameterizedTest
  @ValueSource(strings = {"negative|positive", "0.0|1.0", "no|yes", "neg|pos"})
  void mappingNamesTheLabelsOfABundleInAnySpelling(String names) {
    LabelSettings settings =
        INFERRED
            .withKnown(new Labels(List.of(names.split("\\|"))))
            .withMap(Optional.of(LabelMap.parse("pos=4,5;neg=0,1,2;3=")));
    LabelReading reading = read(settings, "0:9", "1.0:9", "2:9", "3:9", "4:9", "5.0:9");

    assertThat(reading.index(LabelValue.of("1"))).hasValue(0);
    assertThat(reading.index(LabelValue.of("5"))).hasValue(1);
    assertThat(reading.skips(LabelValue.of("3.0"))).isTrue();
    assertThat(reading.notes())
        .containsExactly("data.tsv: left out 9 rows because of --label-map: '3' (9)");
  }

  @Test
  void unmappedValuesAreRejected() {
    LabelSettings settings = INFERRED.withMap(Optional.of(LabelMap.parse("neg=1,2;pos=4,5")));

    assertThatThrownBy(() -> read(settings, "1:900", "5:900", "3:1", "0:2", "'':4"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContainingAll(
            "3 rows with values that --label-map does not map: '0' (2), '3' (1). ", "'3='");
  }

  @Test
  void mappingWithOtherLabelsThanTheBundleIsRejected() {
    LabelSettings settings =
        INFERRED
            .withKnown(Labels.SENTIMENT)
            .withMap(Optional.of(LabelMap.parse("bad=1,2;good=4,5")));

    assertThatThrownBy(() -> read(settings, "1:9", "5:9"))
        .hasMessageContaining("the label bad, which is not one of negative, positive");
  }

  @Test
  void mappingThatOnlyLeavesOutInfersTheOthers() {
    LabelSettings settings = INFERRED.withMap(Optional.of(LabelMap.parse("2=")));

    LabelReading reading = read(settings, "0:9", "2:9", "4:9");
    assertThat(reading.labels()).isEqualTo(Labels.SENTIMENT);
    assertThat(reading.index(LabelValue.of("4"))).hasValue(1);
    assertThat(reading.skips(LabelValue.of("2"))).isTrue();
  }

  @Test
  void typedNamesMustBeDifferentValues() {
    assertThatThrownBy(() -> LabelSettings.named(List.of("5", "5.0")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(LabelSettings.named(List.of(" no", "yes ")).names()).containsExactly("no", "yes");
  }

  private static LabelReading read(LabelSettings settings, String... counts) {
    return read(settings, tally(counts));
  }

  private static LabelReading read(LabelSettings settings, LabelTally tally) {
    return new LabelReader(PATH, settings, BadLineLimit.STANDARD, tally).read();
  }

  private static LabelTally tally(String... counts) {
    LabelTally tally = new LabelTally();
    long line = 2;
    for (String each : counts) {
      int colon = each.lastIndexOf(':');
      LabelValue value = LabelValue.of(each.substring(0, colon).replace("''", ""));
      for (int i = Integer.parseInt(each.substring(colon + 1)); i > 0; i--) {
        tally.add(value, line++, 80);
      }
    }
    return tally;
  }
}
