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
  void parentFolderIsAccepted() {
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
  void otherFilesAreIgnored() {
    ReviewFiles.folder(folder);
    ReviewFiles.write(folder.resolve("train/pos/notes.txt"), "no review");
    ReviewFiles.write(folder.resolve("train/pos/1_8.html"), "no review");

    assertThat(DataSource.of(folder).read(Split.TRAIN).texts()).isEqualTo(TRAINING);
  }

  @Test
  void symbolicLinksAreIgnored() throws IOException {
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
        .hasMessageContaining("train/neg")
        .hasMessageContaining("aclImdb_v1.tar.gz");
  }

  @Test
  void fileWithOtherEncodingIsNamed() throws IOException {
    ReviewFiles.folder(folder);
    Files.write(
        folder.resolve("train/pos/5_8.txt"), "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> DataSource.of(folder).read(Split.TRAIN))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("train/pos/5_8.txt");
  }

  @Test
  void tooLargeReviewIsNamed() throws IOException {
    ReviewFiles.folder(folder);
    try (RandomAccessFile file =
        new RandomAccessFile(folder.resolve("train/neg/7_2.txt").toFile(), "rw")) {
      file.setLength(ReviewText.MAX_BYTES + 1L);
    }

    assertThatThrownBy(() -> DataSource.of(folder).read(Split.TRAIN))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("train/neg/7_2.txt exceeds 1048576");
  }

  @Test
  void archiveEntriesOutsideOfTheLayoutAreIgnored() throws IOException {
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
  void archiveLinksAreIgnored() throws IOException {
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
  void tooLargeArchiveReviewIsNamed() throws IOException {
    Path file = folder.resolve("a.tar.gz");
    try (Tar tar = new Tar(file)) {
      tar.add("aclImdb/train/pos/1_9.txt", "x".repeat(ReviewText.MAX_BYTES + 1));
    }

    assertThatThrownBy(() -> DataSource.of(file).read(Split.TRAIN))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("train/pos/1_9.txt exceeds");
  }

  @Test
  void archiveWithTooLargeDeclaredSizeIsRejectedBeforeReading() throws IOException {
    Path file = folder.resolve("a.tar");
    TarArchiveEntry entry = new TarArchiveEntry("bomb\u0007", true);
    entry.setSize(7L << 30);
    byte[] header = new byte[512];
    entry.writeEntryHeader(header);
    Files.write(file, header);

    assertThatThrownBy(() -> DataSource.of(file).read(Split.TRAIN))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("4294967296 bytes at bomb?");
  }

  @Test
  void tooLongEntryNameIsRejected() throws IOException {
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
        .hasMessageContaining("limit");
  }

  @Test
  void corruptArchiveIsRejected() throws IOException {
    Path whole = ReviewFiles.archive(folder.resolve("whole.tar.gz"));
    byte[] bytes = Files.readAllBytes(whole);
    Path half = folder.resolve("half.tar.gz");
    Files.write(half, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    Path noise = Files.writeString(folder.resolve("noise.tar.xz"), "this is no archive");

    for (Path file : List.of(half, noise)) {
      assertThatThrownBy(() -> DataSource.of(file).read(Split.TRAIN))
          .isInstanceOf(InvalidDataException.class)
          .hasMessageContaining("archive")
          .hasMessageContaining("Download");
    }
  }

  @Test
  void duplicateReviewIsNamed() throws IOException {
    Path file = folder.resolve("a.tar");
    try (Tar tar = new Tar(file)) {
      tar.add("aclImdb/train/pos/1_9.txt", "once");
      tar.add("./aclImdb/train/pos/1_9.txt", "twice");
    }

    assertThatThrownBy(() -> DataSource.of(file).read(Split.TRAIN))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("train/pos/1_9.txt");
  }

  @Test
  void archiveWithoutReviewsOfSplitIsRejected() throws IOException {
    Path file = folder.resolve("a.tar");
    try (Tar tar = new Tar(file)) {
      tar.add("aclImdb/train/pos/1_9.txt", "only one");
    }

    assertThatThrownBy(() -> DataSource.of(file).read(Split.TEST))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("test/pos/ID_RATING.txt");
  }

  @Test
  void unknownFormatIsRejectedWithSupportedFormats() throws IOException {
    Path file = Files.writeString(folder.resolve("reviews.xlsx"), "?");

    assertThatThrownBy(() -> DataSource.of(file))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining(".tar");
    assertThatThrownBy(() -> DataSource.of(folder.resolve("nothing")))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("--data");
  }
}
