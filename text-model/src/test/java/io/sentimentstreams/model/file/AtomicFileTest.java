package io.sentimentstreams.model.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void writeOldContent() throws IOException {
    file = folder.resolve("file.txt");
    Files.writeString(file, "old");
  }

  @Test
  void contentReplacesTheFile() throws IOException {
    AtomicFile.write(file, "new ä");
    assertThat(file).hasContent("new ä");
    assertOnlyFile();
  }

  @Test
  void fullDiskLeavesTheOldFile() {
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    channel -> {
                      AtomicFile.writeFully(channel, "half of".getBytes(UTF_8));
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(file).hasContent("old");
    assertOnlyFile();
  }

  @Test
  void contentThatCannotBeReadAgainLeavesTheOldFile() {
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    channel -> AtomicFile.writeFully(channel, "new".getBytes(UTF_8)),
                    part -> {
                      assertThat(part).hasContent("new");
                      throw new IOException("malformed");
                    }))
        .hasMessage("malformed");
    assertThat(file).hasContent("old");
    assertOnlyFile();
  }

  @Test
  void linkStaysALink() throws IOException {
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, file);
    AtomicFile.write(link, "new");
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(file).hasContent("new");
  }

  @Test
  void remainderOfAnotherRunIsReplaced() throws IOException {
    Files.writeString(folder.resolve("file.txt.part"), "a longer remainder");
    AtomicFile.write(file, "new");
    assertThat(file).hasContent("new");
    assertOnlyFile();
  }

  @Test
  void deviceIsNeverReplaced() {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device));
    assertThatThrownBy(() -> OutputCheck.file(device))
        .hasMessage(
            "Cannot write /dev/null: it is not a regular file."
                + " Check the path, its permissions and the disk space.");
    assertThat(Files.isRegularFile(device)).isFalse();
  }

  @Test
  void checkOfAFileLeavesItAsItIs() {
    OutputCheck.file(file);
    OutputCheck.file(folder.resolve("other.txt"));
    assertThat(file).hasContent("old");
    assertOnlyFile();
  }

  @Test
  void fileInAMissingFolderIsRefused() {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> OutputCheck.file(missing.resolve("a")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            "Cannot write %s: there is no folder %s. Create the folder, or give another path."
                .formatted(missing.resolve("a"), missing));
  }

  @Test
  void folderInsteadOfAFileIsRefused() {
    assertThatThrownBy(() -> OutputCheck.file(folder)).hasMessageContaining(": it is a folder.");
    assertThatThrownBy(() -> OutputCheck.file(Path.of("/"))).hasMessageContaining("it is a folder");
  }

  @Test
  void checkOfAFolderLeavesNothingBehind() {
    Path deep = folder.resolve("a").resolve("b");
    OutputCheck.folder(deep, "bundle.zip");
    assertThat(folder.resolve("a")).doesNotExist();
    OutputCheck.folder(folder, "file.txt");
    assertOnlyFile();
  }

  @Test
  void fileInsteadOfAFolderIsRefused() {
    assertThatThrownBy(() -> OutputCheck.folder(file.resolve("sub"), "bundle.zip"))
        .hasMessageContaining(file + " is not a folder");
    assertThatThrownBy(() -> OutputCheck.folder(file, "bundle.zip"))
        .hasMessageContaining(file + " is not a folder");
    assertThat(file).hasContent("old");
  }

  @Test
  void folderOfTheKernelIsRefused() {
    assumeTrue(Files.isDirectory(Path.of("/proc")));
    assertThatThrownBy(() -> OutputCheck.folder(Path.of("/proc/models"), "bundle.zip"))
        .hasMessageStartingWith("Cannot write /proc/models: files cannot be created there.");
    assertThatThrownBy(() -> OutputCheck.file(Path.of("/proc/file.txt")))
        .hasMessageStartingWith("Cannot write /proc/file.txt: ");
  }

  private void assertOnlyFile() {
    assertThat(folder.toFile().list()).containsExactly("file.txt");
  }
}
