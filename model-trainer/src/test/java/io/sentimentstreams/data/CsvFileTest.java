package io.sentimentstreams.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFileTest {

  @TempDir private Path folder;

  @Test
  void columnsAreFoundByTheirNames() {
    List<LabelledText> texts =
        read("Sentiment,Review\npositive,\"good, \"\"really\"\" good\"\nneg,bad\n");

    assertThat(texts)
        .containsExactly(
            new LabelledText("000000001", "good, \"really\" good", true),
            new LabelledText("000000002", "bad", false));
  }

  @ParameterizedTest
  @CsvSource({"positive,true", "POS,true", "1,true", "negative,false", "' neg ',false", "0,false"})
  void labelsAreWordsOrNumbers(String label, boolean positive) {
    assertThat(read("text,label\nx," + label + "\n"))
        .containsExactly(new LabelledText("000000001", "x", positive));
  }

  @Test
  void rowsAreSortedByTheirIds() {
    assertThat(read("id,text,label\nb,two,0\na,one,1\n"))
        .extracting(LabelledText::id)
        .containsExactly("a", "b");
  }

  @Test
  void splitColumnTellsThePartsApart() {
    DataSource source =
        new CsvFile(write("split,text,label\ntrain,one,1\ntest,two,0\n", StandardCharsets.UTF_8));

    assertThat(source.read(Split.TRAIN)).extracting(LabelledText::text).containsExactly("one");
    assertThat(source.read(Split.TEST)).extracting(LabelledText::text).containsExactly("two");
  }

  @Test
  void byteOrderMarkAndEmptyLinesAreNoMatter() {
    assertThat(read("\uFEFFtext,label\r\n\r\none,1\r\n\r\n"))
        .extracting(LabelledText::text)
        .containsExactly("one");
  }

  @Test
  void wrongLabelIsNamedWithTheLineWhereItsRowBegins() {
    assertRejected(
        "text,label\n\"two\nlines\",1\n\nbad,maybe\n",
        "reviews.csv: line 5: the label is 'maybe'; use positive or negative");
  }

  @Test
  void missingColumnIsNamed() {
    assertRejected("text,stars\nx,5\n", "line 1: no column is named label or sentiment");
    assertRejected("words,label\nx,1\n", "line 1: no column is named text or review");
  }

  @Test
  void rowOfAnotherWidthIsNamed() {
    assertRejected("text,label\ngood, really,1\n", "line 2: 3 fields where the header has 2");
  }

  @Test
  void idThatComesTwiceIsNamed() {
    assertRejected("id,text,label\na,x,1\na,y,0\n", "record 2 has the id 'a' again");
  }

  @Test
  void wrongSplitAndEmptyIdAreNamed() {
    assertRejected("split,text,label\ndev,x,1\n", "line 2: the split is 'dev'; use train or test");
    assertRejected("id,text,label\n,x,1\n", "line 2: the id is empty");
  }

  @Test
  void fileWithoutRowsIsRefused() {
    assertRejected("text,label\n", "holds no review for train");
    assertRejected("", "holds no review for train");
  }

  @Test
  void quotesThatAreNeverClosedAreRefused() {
    assertRejected("text,label\n\"good,1\nbad,0\n", "is no CSV");
  }

  @Test
  void textWithoutEndIsRefused() {
    String text = "x".repeat(DataSource.MAX_REVIEW_BYTES + 1);

    assertRejected("text,label\n" + text + ",1\n", "line 2: a text longer than 1048576");
  }

  @Test
  void otherEncodingsAreRefused() {
    Path file = write("text,label\ncaf\u00e9,1\n", StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> new CsvFile(file).read(Split.TRAIN))
        .isInstanceOf(DataRejected.class)
        .hasMessageContaining("is not valid UTF-8; convert the file");
  }

  @Test
  void controlCharactersOfAFileDoNotReachTheTerminal() {
    assertRejected("text,label\nx,\u001b[2J\n", "the label is '?[2J'");
  }

  private List<LabelledText> read(String csv) {
    return DataSource.of(write(csv, StandardCharsets.UTF_8)).read(Split.TRAIN);
  }

  private void assertRejected(String csv, String message) {
    assertThatThrownBy(() -> read(csv))
        .isInstanceOf(DataRejected.class)
        .hasMessageContaining(message);
  }

  private Path write(String csv, Charset charset) {
    try {
      return Files.writeString(folder.resolve("reviews.csv"), csv, charset);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
