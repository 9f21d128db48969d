package io.sentimentstreams.trainer.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.ReviewText;
import io.sentimentstreams.trainer.data.UnlabelledText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnlabelledTextsTest {

  @TempDir private Path folder;
  private Path unsup = Path.of("");

  @BeforeEach
  void writeReviews() {
    unsup = folder.resolve("train/unsup");
    ReviewFiles.write(unsup.resolve("1_0.txt"), "no opinion");
    ReviewFiles.write(unsup.resolve("0_0.txt"), "très long");
    ReviewFiles.write(unsup.resolve("notes.md"), "not a review");
  }

  @Test
  void textFilesOfFolderAreSortedByName() {
    assertThat(read(unsup).texts())
        .containsExactly(
            new UnlabelledText("0_0", "très long"), new UnlabelledText("1_0", "no opinion"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.tar", "a.tar.gz", "a.tgz", "a.tar.xz"})
  void archiveMatchesFolder(String name) throws IOException {
    Path archive = folder.resolve(name);
    try (ReviewFiles.Tar tar = new ReviewFiles.Tar(archive)) {
      tar.add("aclImdb/train/unsup/1_0.txt", "no opinion");
      tar.add("aclImdb/train/pos/0_9.txt", "lovely");
      tar.add("aclImdb/train/unsup/0_0.txt", "très long");
      tar.addLink("aclImdb/train/unsup/2_0.txt", "/etc/hostname");
    }

    assertThat(read(archive)).isEqualTo(read(unsup));
  }

  @Test
  void pathsAreReadInOrder() {
    Path more = folder.resolve("more");
    ReviewFiles.write(more.resolve("0_0.txt"), "another");

    UnlabelledTexts texts = UnlabelledTexts.read(List.of(unsup, more), Optional.empty(), 1);

    assertThat(texts.texts())
        .extracting(UnlabelledText::text)
        .containsExactly("très long", "no opinion", "another");
  }

  @Test
  void fingerprintDependsOnTexts() {
    String before = read(unsup).sha256();
    assertThat(before).matches("[0-9a-f]{64}");
    ReviewFiles.write(unsup.resolve("1_0.txt"), "an opinion");

    assertThat(read(unsup).sha256()).isNotEqualTo(before);
  }

  @Test
  void limitSamplesBySeed() {
    Path many = folder.resolve("many");
    for (int i = 0; i < 50; i++) {
      ReviewFiles.write(many.resolve(i + ".txt"), "text " + i);
    }

    List<UnlabelledText> drawn = sample(many, 10, 1);

    assertThat(drawn).hasSize(10).doesNotHaveDuplicates().isEqualTo(sample(many, 10, 1));
    assertThat(sample(many, 10, 2)).isNotEqualTo(drawn);
    assertThat(sample(many, 99, 1)).hasSize(50);
  }

  @Test
  void symbolicLinksAreIgnored() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    Files.createSymbolicLink(unsup.resolve("2_0.txt"), secret);

    assertThat(read(unsup).texts()).hasSize(2);
  }

  @Test
  void pathsWithoutReviewsAreRejected() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> read(empty))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("unsup/*.txt");
    assertThatThrownBy(() -> read(folder.resolve("none")))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("unsup");
  }

  @Test
  void invalidFilesAreRejected() throws IOException {
    Files.write(unsup.resolve("bad.txt"), new byte[] {'a', (byte) 0xff});
    assertThatThrownBy(() -> read(unsup)).hasMessageContaining("bad.txt");

    Files.write(unsup.resolve("bad.txt"), new byte[ReviewText.MAX_BYTES + 1]);
    assertThatThrownBy(() -> read(unsup)).hasMessageContaining("bad.txt");
  }

  private static UnlabelledTexts read(Path path) {
    return UnlabelledTexts.read(List.of(path), Optional.empty(), 1);
  }

  private static List<UnlabelledText> sample(Path path, int limit, long seed) {
    return UnlabelledTexts.read(List.of(path), Optional.of(limit), seed).texts();
  }
}
