package io.sentimentstreams.trainer.data.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.trainer.data.BadLineLimit;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.Labels;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelScaleTest {

  private static final Path PATH = Path.of("data.tsv");
  private static final LabelSettings SCALE =
      LabelSettings.inferred().withOrder(LabelSettings.Order.SCALE);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5:9 4:9 1:9 2:9 3:9 | 1,2,3,4,5",
        "10:9 9.0:9 -1.5:9 +2:9 | -1.5,2,9,10",
        "1:5000 2:5 3:5 | 1,2,3",
        "0:9 1:5000 2:9 | 0,1,2",
      })
  void numbersAreOrderedByValue(String counts, String labels) {
    LabelReading reading = read(SCALE, counts.split(" "));

    assertThat(String.join(",", reading.labels().names())).isEqualTo(labels);
  }

  @Test
  void valuesMeanTheirLabel() {
    LabelReading reading = read(SCALE, "3:9", "1:9", "2:9");

    assertThat(reading.index(LabelValue.of("1.0"))).hasValue(0);
    assertThat(reading.index(LabelValue.of("3"))).hasValue(2);
    assertThat(reading.index(LabelValue.of("4"))).isEmpty();
  }

  @Test
  void orderOfWordsIsAskedFor() {
    assertThatThrownBy(() -> read(SCALE, "good:9", "bad:9", "fair:9"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "data.tsv: unknown order of the labels bad, fair, good: 'good' in line 2 is not a"
                + " number. List all labels with --labels, the lowest first, such as --labels"
                + " bad,fair,good.");
    assertThatThrownBy(() -> read(SCALE, "1:9", "2:9", "three:9"))
        .hasMessageContaining("'three' in line 20 is not a number");
  }

  @Test
  void listedLabelsHaveTheirOrder() {
    Labels stated = new Labels(List.of("bad", "fair", "good"));
    LabelSettings listed = SCALE.withKnown(stated).withMode(LabelSettings.Mode.LISTED);

    assertThat(read(listed, "good:9", "bad:9", "fair:9").labels()).isEqualTo(stated);
  }

  @Test
  void mappingHasAnOrder() {
    LabelSettings mapped = SCALE.withMap(Optional.of(LabelMap.parse("low=1,2;middle=3;high=4,5")));

    assertThat(read(mapped, "1:9", "2:9", "3:9", "4:9", "5:9").labels().names())
        .containsExactly("low", "middle", "high");
  }

  @Test
  void twoLabelsAreNoScale() {
    assertThatThrownBy(() -> read(SCALE, "negative:9", "positive:9"))
        .hasMessageContaining("too few labels for --task ordered: negative, positive. ");
    assertThatThrownBy(() -> read(SCALE, "0:9", "1:9")).hasMessageContaining(": 0, 1. ");
  }

  @Test
  void implausibleLabelsAreRejected() {
    assertThatThrownBy(() -> read(SCALE, "1:9", "2:9", "3:4")).hasMessageContaining("'3' (4)");
    assertThat(read(SCALE.withMode(LabelSettings.Mode.MANY), "1:9", "2:9", "3:4").labels().names())
        .containsExactly("1", "2", "3");
  }

  private static LabelReading read(LabelSettings settings, String... counts) {
    LabelTally tally = new LabelTally();
    long line = 2;
    for (String each : counts) {
      int colon = each.lastIndexOf(':');
      for (int i = Integer.parseInt(each.substring(colon + 1)); i > 0; i--) {
        tally.add(LabelValue.of(each.substring(0, colon)), line++, 80);
      }
    }
    return new LabelReader(PATH, settings, BadLineLimit.STANDARD, tally).read();
  }
}
