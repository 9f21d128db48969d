package io.sentimentstreams.trainer.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.trainer.data.BadLineLimit;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.ReviewText;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.data.label.LabelSettings;
import io.sentimentstreams.trainer.data.table.ReadSettings;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFileTest {

  @TempDir private Path folder;

  @Test
  void columnsAreFoundByName() {
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
  void rowsAreSortedById() {
    assertThat(read("id,text,label\nb,two,0\na,one,1\n"))
        .extracting(LabelledText::id)
        .containsExactly("a", "b");
  }

  @Test
  void splitColumnSelectsRows() {
    DataSource source =
        source("split,text,label\ntrain,one,1\ntest,two,0\n", StandardCharsets.UTF_8);

    assertThat(source.read(Split.TRAIN).texts())
        .extracting(LabelledText::text)
        .containsExactly("one");
    assertThat(source.read(Split.TEST).texts())
        .extracting(LabelledText::text)
        .containsExactly("two");
  }

  @Test
  void byteOrderMarkAndEmptyLinesAreIgnored() {
    assertThat(read("\uFEFFtext,label\r\n\r\none,1\r\n\r\n"))
        .extracting(LabelledText::text)
        .containsExactly("one");
  }

  @Test
  void invalidLabelIsNamedWithFirstLineOfItsRow() {
    assertRejected(
        "text,label\n\"two\nlines\",1\n\nbad,maybe\n" + "good,1\n".repeat(99),
        "1 so far, limit: 0): line 5: the label is 'maybe'");
  }

  @Test
  void missingColumnIsNamed() {
    assertRejected(
        "text,marks\nx,5\n", "line 1: no column named label or sentiment in text, marks. ");
    assertRejected("words,label\nx,1\n", "line 1: no column named text or review");
  }

  @Test
  void rowOfOtherWidthIsNamed() {
    assertRejected("text,label\ngood, really,1\n", "line 2: 3 fields");
  }

  @Test
  void fewDuplicateAndEmptyIdsAreBad() {
    assertRejected(ids(150) + "149,y,0\n", "line 152: duplicate id '149'");
    assertRejected(ids(150) + ",y,0\n", "line 152: the id is empty");
  }

  @Test
  void invalidSplitIsNamed() {
    assertRejected("split,text,label\nhalf,x,1\n", "line 2: the split is 'half'");
  }

  private static String ids(int rows) {
    StringBuilder csv = new StringBuilder("id,text,label\n");
    for (int i = 0; i < rows; i++) {
      csv.append(i).append(",good,1\n");
    }
    return csv.toString();
  }

  @Test
  void fileWithoutRowsIsRejected() {
    assertRejected("text,label\n", "a header without rows. Add rows below the header.");
    assertRejected("", "the file is empty. ");
    assertRejected("\uFEFF\r\n\r\n", "the file is empty. ");
  }

  @Test
  void unclosedQuotesAreRejected() {
    assertRejected("text,label\ngood,1\n\"good,1\nbad,0\n", "line 3: ");
  }

  @Test
  void tooLongTextIsRejected() {
    String text = "x".repeat(ReviewText.MAX_BYTES + 1);

    assertRejected("text,label\n" + text + ",1\n", "line 2: ");
    assertRejected("text,label\n\"" + text.repeat(9), "8388608");
  }

  @Test
  void otherEncodingsAreRejected() {
    DataSource source = source("text,label\ncaf\u00e9,1\n", StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> source.read(Split.TRAIN))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("line 2: ");
  }

  @Test
  void supplementaryCharactersAreAccepted() {
    String text = "\ud83d\udfff and \ufffd";

    assertThat(read("text,label\n" + text + ",1\n"))
        .containsExactly(new LabelledText("000000001", text, true));
  }

  @Test
  void quotedFieldCanContainLineFeed() {
    assertThat(read("text,label\n\"one\ntwo\",0\n"))
        .extracting(LabelledText::text)
        .containsExactly("one\ntwo");
  }

  @Test
  void controlCharactersAreFilteredFromMessages() {
    assertRejected("text,label\nx,\u001b[2J\n", "'?[2J'");
  }

  private List<LabelledText> read(String csv) {
    return source(csv, StandardCharsets.UTF_8).read(Split.TRAIN).texts();
  }

  private void assertRejected(String csv, String message) {
    assertThatThrownBy(() -> read(csv))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining(message);
  }

  /** Creates a source that allows no bad lines. */
  private DataSource source(String csv, Charset charset) {
    ReadSettings strict =
        new ReadSettings(
            Optional.empty(),
            Optional.empty(),
            LabelSettings.inferred(),
            new BadLineLimit.Lines(0));
    try {
      return DataSource.of(Files.writeString(folder.resolve("reviews.csv"), csv, charset), strict);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
