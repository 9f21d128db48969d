package io.sentimentstreams.trainer.softlabel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.source.DataSource;
import io.sentimentstreams.trainer.data.source.TrainingData;
import io.sentimentstreams.trainer.provenance.SoftLabelProvenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Matching of soft labels with the texts of a training, and their means. */
class SoftLabelsTest {

  private static final String COLUMNS = "text\tnegative\tpositive\tweight";

  @TempDir private Path folder;
  private Path reviews = Path.of("");

  @BeforeEach
  void writeReviews() throws IOException {
    reviews =
        write(
            "reviews.tsv",
            "text\tlabel\tsplit",
            "a lovely film\tpositive\ttrain",
            "a dull film\tnegative\ttrain",
            "A held-out film!\tpositive\tvalidation",
            "an awful film\tnegative\tvalidation");
  }

  private Path write(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }

  private SoftLabels read(double share, List<String> unlabelled, SoftLabelFile... files) {
    TrainingData data =
        TrainingData.read(
            DataSource.of(reviews), Optional.empty(), new TrainingData.Holdout(0.5, 1));
    return SoftLabels.read(new SoftLabelSettings(List.of(files), share), data, unlabelled);
  }

  private static double target(SoftLabels soft, String text, int label) {
    double[] target = soft.target(new LabelledText("x", text, label)).orElseThrow();
    assertThat(target).as("P(positive)").hasSize(1);
    return target[0];
  }

  private static SoftLabelFile file(Path path) {
    return new SoftLabelFile(path, 1);
  }

  @Test
  void labelledTextsHaveTheMeanOfLabelAndSoftLabel() throws IOException {
    Path soft = write("soft.tsv", COLUMNS, "a lovely film\t0.4\t0.6\t", "a dull film\t0.8\t0.2\t3");

    assertThat(target(read(0.5, List.of(), file(soft)), "a lovely film", 1))
        .isCloseTo(0.8, within(1e-12));
    assertThat(target(read(0.25, List.of(), file(soft)), "a lovely film", 1))
        .isCloseTo(0.9, within(1e-12));
    assertThat(target(read(1, List.of(), file(soft)), "a lovely film", 1))
        .isCloseTo(0.6, within(1e-12));
    assertThat(target(read(0, List.of(), file(soft)), "a lovely film", 1)).isEqualTo(1);
    assertThat(target(read(0.5, List.of(), file(soft)), "a dull film", 0))
        .as("a weight of 3 makes it 3 to 1")
        .isCloseTo(0.15, within(1e-12));
    assertThat(read(0.5, List.of(), file(soft)).additional()).isEmpty();
  }

  @Test
  void filesAreAveragedByWeightOverThoseThatHaveTheText() throws IOException {
    Path first =
        write("first.tsv", COLUMNS, "both\t0.9\t0.1\t1", "first\t0.9\t0.1\t2", "lines\t1\t0\t1");
    Path second = write("second.tsv", COLUMNS, "both\t0.3\t0.7\t1", "lines\t0\t1\t4");

    SoftLabels soft =
        read(0.5, List.of(), new SoftLabelFile(first, 2), new SoftLabelFile(second, 1));

    assertThat(soft.additional())
        .extracting(SoftTarget::text)
        .containsExactly("both", "first", "lines");
    assertThat(soft.additional().get(0).target()[0]).isCloseTo(0.3, within(1e-12));
    assertThat(soft.additional().get(0).weight()).isEqualTo(1);
    assertThat(soft.additional().get(1).target()[0]).isCloseTo(0.1, within(1e-12));
    assertThat(soft.additional().get(1).weight()).isEqualTo(2);
    assertThat(soft.additional().get(2).target()[0]).isCloseTo(4.0 / 6, within(1e-12));
    assertThat(soft.additional().get(2).weight()).isEqualTo(2);
  }

  @Test
  void idsReferToTrainingTextsAndToTextsWithoutLabels() throws IOException {
    Path soft =
        write(
            "soft.jsonl",
            "{\"teacher\": \"T\", \"labels\": [\"positive\", \"negative\"]}",
            line("a lovely film"),
            line("without a label"),
            line("unknown"),
            line("A held-out film!"));

    SoftLabels read = read(0.5, List.of("without a label", "another"), file(soft));

    assertThat(target(read, "a lovely film", 1)).isCloseTo(0.85, within(1e-12));
    assertThat(read.additional()).extracting(SoftTarget::text).containsExactly("without a label");
    assertThat(read.hasAdditional("without a label")).isTrue();
    assertThat(read.hasAdditional("another")).isFalse();
    SoftLabelProvenance facts = read.provenance().orElseThrow();
    assertThat(facts.labelled()).isEqualTo(1);
    assertThat(facts.additional()).isEqualTo(1);
    assertThat(facts.files().get(0).counts())
        .isEqualTo(new SoftLabelProvenance.Counts(2, 1, 1, 0.7));
    assertThat(facts.files().get(0).teacher()).isEqualTo("T");
  }

  private static String line(String text) {
    return "{\"id\": \"%016x\", \"probabilities\": [0.7, 0.3]}".formatted(TextId.of(text));
  }

  @Test
  void textsOfTheValidationSplitAreLeftOutInAnySpelling() throws IOException {
    Path soft =
        write(
            "soft.tsv",
            COLUMNS,
            "A held-out film!\t0\t1\t",
            "a  HELD out film\t0\t1\t",
            "An awful film...\t1\t0\t",
            "another film\t1\t0\t");

    SoftLabels read = read(0.5, List.of(), file(soft));

    assertThat(read.additional()).extracting(SoftTarget::text).containsExactly("another film");
    assertThat(read.provenance().orElseThrow().files().get(0).counts().heldOut()).isEqualTo(3);
  }

  @Test
  void fileWithoutATextToLearnFromIsRejected() throws IOException {
    Path soft =
        write(
            "soft.jsonl",
            "{\"teacher\": \"T\", \"labels\": [\"positive\", \"negative\"]}",
            line("unknown"),
            line("an awful film"));

    assertThatThrownBy(() -> read(0.5, List.of(), file(soft)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageStartingWith(soft + ": no text to learn from: 1 unknown ids, 1 texts of the")
        .hasMessageContaining("--unlabelled");
  }

  @Test
  void textThatOccursTwiceIsRejectedWithItsLine() throws IOException {
    Path soft = write("soft.tsv", COLUMNS, "a\t0\t1\t", "b\t0\t1\t", "a\t1\t0\t");

    assertThatThrownBy(() -> read(0.5, List.of(), file(soft)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageStartingWith(soft + ": line 4: ");
  }

  @Test
  void settingsOutOfRangeAreRejected() {
    SoftLabelFile file = file(Path.of("a.tsv"));
    Stream.<Runnable>of(
            () -> SoftLabelFile.of("a.tsv=0"),
            () -> SoftLabelFile.of("a.tsv=-1"),
            () -> new SoftLabelSettings(List.of(file), 1.1),
            () -> new SoftLabelSettings(List.of(file), Double.NaN),
            () -> new SoftLabelSettings(List.of(file, SoftLabelFile.of("./a.tsv=2")), 0.5))
        .forEach(
            each ->
                assertThatThrownBy(each::run)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("--soft-label"));
  }
}
