package io.sentimentstreams.trainer.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.ReviewText;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.data.source.ReviewFiles.Tar;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImdbSourcesTest {

  private static final List<LabelledText> TRAINING =
      List.of(
          new LabelledText("train/neg/0_3", "dull", false),
          new LabelledText("train/neg/2_1", "awful", false),
          new LabelledText("train/pos/0_9", "lovely", true),
          new LabelledText("train/pos/10_7", "très bien, 素晴らしい", true));

  private static final List<LabelledText> TEST =
      List.of(
          new LabelledText("test/neg/0_2", "weak", false),
          new LabelledText("test/pos/0_10", "great", true));

  @TempDir private Path folder;

  @Test
  void folderIsReadInOrderOfIds() {
    DataSource source = DataSource.of(ReviewFiles.folder(folder));

    assertThat(source.read(Split.TRAIN).texts()).isEqualTo(TRAINING);
    assertThat(source.read(Split.TEST).texts()).isEqualTo(TEST);
  }

  @Test
  void parentOfTheFolderIsReadToo() {
    ReviewFiles.folder(folder.resolve("aclImdb"));

    assertThat(DataSource.of(folder).read(Split.TRAIN).texts()).isEqualTo(TRAINING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.tar", "aclImdb_v1.tar.gz", "a.tgz", "a.tar.xz", "a.tar.zst"})
  void archiveIsReadInOrderOfIds(String name) throws IOException {
    DataSource source = DataSource.of(ReviewFiles.archive(folder.resolve(name)));

    assertThat(source.read(Split.TRAIN).texts()).isEqualTo(TRAINING);
    assertThat(source.read(Split.TEST).texts()).isEqualTo(TEST);
  }

  @Test
  void filesThatAreNoReviewsArePassedOver() {
    ReviewFiles.folder(folder);
    ReviewFiles.write(folder.resolve("train/pos/notes.txt"), "no review");
    ReviewFiles.write(folder.resolve("train/pos/1_8.html"), "no review");

    assertThat(DataSource.of(folder).read(Split.TRAIN).texts()).isEqualTo(TRAINING);
  }

  @Test
  void linksAmongTheReviewsAreNotFollowed() throws IOException {
    ReviewFiles.folder(folder.resolve("data"));
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    Files.createSymbolicLink(folder.resolve("data/train/pos/99_9.txt"), secret);

    assertThat(DataSource.of(folder.resolve("data")).read(Split.TRAIN).texts()).isEqualTo(TRAINING);
  }

  @Test
  void missingFolderIsNamed() {
    ReviewFiles.write(folder.resolve("train/pos/0_9.txt"), "lovely");

    assertThatThrownBy(() -> DataSource.of(folder).read(Split.TRAIN))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("the folder train/neg is missing")
        .hasMessageContaining("unpack");
  }

  @Test
  void textThatIsNotUtf8IsNamed() throws IOException {
    ReviewFiles.folder(folder);
    Files.write(
        folder.resolve("train/pos/5_8.txt"), "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> DataSource.of(folder).read(Split.TRAIN))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("train/pos/5_8.txt is not valid UTF-8");
  }

  @Test
  void reviewThatIsTooLargeIsNamed() throws IOException {
    ReviewFiles.folder(folder);
    try (RandomAccessFile file =
        new RandomAccessFile(folder.resolve("train/neg/7_2.txt").toFile(), "rw")) {
      file.setLength(ReviewText.MAX_BYTES + 1L);
    }

    assertThatThrownBy(() -> DataSource.of(folder).read(Split.TRAIN))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("train/neg/7_2.txt is larger than 1048576 bytes");
  }

  @Test
  void archiveEntriesThatLeaveTheirFolderAreNoReviews() throws IOException {
    Path file = folder.resolve("a.tar.gz");
    try (Tar tar = new Tar(file)) {
      tar.add("../train/pos/1_9.txt", "outside");
      tar.add("/train/pos/2_9.txt", "absolute");
      tar.add("aclImdb/train/pos/../pos/3_9.txt", "round about");
      tar.add("aclImdb/train/pos/4_9.txt", "inside");
    }

    assertThat(DataSource.of(file).read(Split.TRAIN).texts())
        .extracting(LabelledText::id)
        .containsExactly("train/pos/4_9");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void archiveLinksAreNoReviews() throws IOException {
    Path file = folder.resolve("a.tar");
    try (Tar tar = new Tar(file)) {
      tar.addLink("aclImdb/train/pos/1_9.txt", "/etc/passwd");
      tar.add("aclImdb/train/pos/4_9.txt", "inside");
    }

    assertThat(DataSource.of(file).read(Split.TRAIN).texts())
        .extracting(LabelledText::text)
        .containsExactly("inside");
  }

  @Test
  void archiveReviewThatIsTooLargeIsNamed() throws IOException {
    Path file = folder.resolve("a.tar.gz");
    try (Tar tar = new Tar(file)) {
      tar.add("aclImdb/train/pos/1_9.txt", "x".repeat(ReviewText.MAX_BYTES + 1));
    }

    assertThatThrownBy(() -> DataSource.of(file).read(Split.TRAIN))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("train/pos/1_9.txt is larger");
  }

  @Test
  void archiveThatAnnouncesMoreThanItMayHoldIsRefusedBeforeItIsRead() throws IOException {
    Path file = folder.resolve("a.tar");
    TarArchiveEntry entry = new TarArchiveEntry("bomb\u0007", true);
    entry.setSize(7L << 30);
    byte[] header = new byte[512];
    entry.writeEntryHeader(header);
    Files.write(file, header);

    assertThatThrownBy(() -> DataSource.of(file).read(Split.TRAIN))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("holds more than 4294967296 bytes at bomb?");
  }

  @Test
  void nameWithoutEndDoesNotFillTheMemory() throws IOException {
    Path file = folder.resolve("a.tar.gz");
    TarArchiveEntry entry = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
    entry.setSize(3L << 30);
    byte[] header = new byte[512];
    entry.writeEntryHeader(header);
    try (OutputStream out = ReviewFiles.compressed(file)) {
      out.write(header);
      out.write(new byte[4 << 20]);
    }

    assertThatThrownBy(() -> DataSource.of(file).read(Split.TRAIN))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("unpacks to more than is allowed");
  }

  @Test
  void damagedArchiveIsRefused() throws IOException {
    Path whole = ReviewFiles.archive(folder.resolve("whole.tar.gz"));
    byte[] bytes = Files.readAllBytes(whole);
    Path half = folder.resolve("half.tar.gz");
    Files.write(half, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    Path noise = Files.writeString(folder.resolve("noise.tar.xz"), "this is no archive");

    for (Path file : List.of(half, noise)) {
      assertThatThrownBy(() -> DataSource.of(file).read(Split.TRAIN))
          .isInstanceOf(InvalidDataException.class)
          .hasMessageContaining("is no whole archive")
          .hasMessageContaining("download it again");
    }
  }

  @Test
  void reviewThatIsThereTwiceIsNamed() throws IOException {
    Path file = folder.resolve("a.tar");
    try (Tar tar = new Tar(file)) {
      tar.add("aclImdb/train/pos/1_9.txt", "once");
      tar.add("./aclImdb/train/pos/1_9.txt", "twice");
    }

    assertThatThrownBy(() -> DataSource.of(file).read(Split.TRAIN))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("train/pos/1_9.txt is there twice");
  }

  @Test
  void archiveWithoutReviewsOfAPartIsRefused() throws IOException {
    Path file = folder.resolve("a.tar");
    try (Tar tar = new Tar(file)) {
      tar.add("aclImdb/train/pos/1_9.txt", "only one");
    }

    assertThatThrownBy(() -> DataSource.of(file).read(Split.TEST))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("there is no review in test");
  }

  @Test
  void whatCannotBeReadSaysWhatCan() throws IOException {
    Path file = Files.writeString(folder.resolve("reviews.xlsx"), "?");

    assertThatThrownBy(() -> DataSource.of(file))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("give a folder, a .tar");
    assertThatThrownBy(() -> DataSource.of(folder.resolve("nothing")))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("no such file or folder");
  }
}
