package io.sentimentstreams.benchmarks.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownPageTest {

  @TempDir private Path folder;

  private Path path = Path.of("page.md");

  @BeforeEach
  void write() throws IOException {
    path = folder.resolve("page.md");
    Files.writeString(
        path,
        """
        # Figures
        <!-- speed: begin -->
        old
        <!-- speed: end -->
        What they mean.
        """);
  }

  @Test
  void figuresAreReplacedAndTheWordsAroundThemKept() throws IOException {
    new MarkdownPage(path).replace("speed", new Measured(), "images/speed.png");

    assertThat(Files.readString(path))
        .startsWith("# Figures\n<!-- speed: begin -->\n\nSpeeds.\n\n| who | speed |\n")
        .contains("![Speeds](images/speed.png)", "`./benchmarks/run speed`")
        .endsWith("\n<!-- speed: end -->\nWhat they mean.\n")
        .doesNotContain("old");
  }

  @Test
  void figuresCanBeReplacedAgain() throws IOException {
    new MarkdownPage(path).replace("speed", new Measured(), "images/speed.png");
    String once = Files.readString(path);

    new MarkdownPage(path).replace("speed", new Measured(), "images/speed.png");

    assertThat(Files.readString(path)).isEqualTo(once);
  }

  @Test
  void aPageWithoutThePartIsRefused() {
    assertThatThrownBy(
            () -> new MarkdownPage(path).replace("memory", new Measured(), "images/m.png"))
        .hasMessageContaining("<!-- memory: begin -->");
  }

  /** A result of one figure. */
  private static final class Measured implements Result {

    @Override
    public Origin origin() {
      Machine machine = new Machine("a processor", 2, 24, 256, "Linux", 0.1);
      return new Origin(
          "2026-01-31T12:00:00Z",
          "./benchmarks/run speed",
          false,
          "0123456789ab",
          machine,
          Versions.here());
    }

    @Override
    public List<Table> tables() {
      return List.of(new Table("Speeds.", List.of("who", "speed"), List.of(List.of("ours", "7"))));
    }

    @Override
    public Chart chart() {
      return new Chart("Speeds", "m/s", List.of("ours"), Map.of("speed", List.of(7.0)));
    }
  }
}
