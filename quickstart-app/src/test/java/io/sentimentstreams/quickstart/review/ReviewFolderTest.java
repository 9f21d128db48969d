package io.sentimentstreams.quickstart.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewFolderTest {

  private final Path folder;

  ReviewFolderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void readsTheTestPartOfTheDataSet() throws IOException {
    text("aclImdb/test/pos/0_10.txt", "good");
    text("aclImdb/test/neg/0_2.txt", "bad");
    text("aclImdb/train/pos/0_9.txt", "for training");

    assertThat(ReviewFolder.read(folder.resolve("aclImdb"), 10))
        .containsExactlyInAnyOrder(
            review("pos/0_10", "POSITIVE", "good"), review("neg/0_2", "NEGATIVE", "bad"));
  }

  @Test
  void mixesTheSameWayEachTimeAndStopsAtTheLimit() throws IOException {
    for (int i = 0; i < 50; i++) {
      text("pos/" + i + "_10.txt", "good");
      text("neg/" + i + "_1.txt", "bad");
    }
    List<LabelledReview> some = ReviewFolder.read(folder, 20);

    assertThat(some).hasSize(20).isEqualTo(ReviewFolder.read(folder, 20));
    assertThat(some)
        .extracting(LabelledReview::expected)
        .contains(Optional.of("POSITIVE"), Optional.of("NEGATIVE"));
  }

  @Test
  void namesAMissingFolder() throws IOException {
    text("pos/0_10.txt", "good");

    assertThatThrownBy(() -> ReviewFolder.read(folder, 10))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(folder.toString(), "'neg'");
  }

  private static LabelledReview review(String id, String expected, String text) {
    return new LabelledReview(id, "unknown", Optional.of(expected), text, Optional.empty());
  }

  private void text(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
