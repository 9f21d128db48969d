package io.sentimentstreams.trainer.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.LabelledTexts;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.data.table.FileLayout;
import io.sentimentstreams.trainer.data.table.ReadSettings;
import io.sentimentstreams.trainer.file.Encoding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same rows in each format, encoding, line end, quoting and compression give the same texts.
 */
class TableVariantsTest {

  private static final List<LabelledText> EXPECTED =
      List.of(
          new LabelledText("a", "na\u00efve, but \"good\" caf\u00e9", true),
          new LabelledText("b", "weak; dull", false),
          new LabelledText("c", "'quoted' {x} [y]", true));

  @TempDir private Path folder;

  /** Formats by extension, with content whose lines end with LF. */
  static Stream<List<String>> formats() {
    return Stream.of(
        List.of(
            "csv",
            "id,text,label\na,\"na\u00efve, but \"\"good\"\" caf\u00e9\",1\nb,weak; dull,0\nc,'quoted' {x} [y],1\n"),
        List.of(
            "csv",
            "\"id\",\"text\",\"label\"\n\"a\",\"na\u00efve, but \"\"good\"\" caf\u00e9\",\"1\"\n\"b\",\"weak; dull\",\"0\"\n\"c\",\"'quoted' {x} [y]\",\"1\""),
        List.of(
            "tsv",
            "id\ttext\tlabel\na\tna\u00efve, but \"good\" caf\u00e9\t1\nb\tweak; dull\t0\nc\t'quoted' {x} [y]\t1\n"),
        List.of("jsonl", String.join("\n", objects()) + "\n"),
        List.of("json", "\n" + String.join("\n\n", objects())),
        List.of("json", "[" + String.join(",", objects()) + "]"),
        List.of("ndjson", "[\n  " + String.join(",\n  ", objects()) + "\n]\n"),
        List.of(
            "json",
            String.join("\n", objects())
                .replace("{\"id\"", "{\n  \"id\"")
                .replace(", \"", ",\n  \"")));
  }

  private static List<String> objects() {
    return List.of(
        "{\"id\": \"a\", \"text\": \"na\u00efve, but \\\"good\\\" caf\u00e9\", \"label\": 1}",
        "{\"id\": \"b\", \"text\": \"weak; dull\", \"label\": \"neg\"}",
        "{\"id\": \"c\", \"more\": {\"x\": [1]}, \"text\": \"'quoted' {x} [y]\", \"label\": \"1\"}");
  }

  @ParameterizedTest
  @MethodSource("formats")
  void allVariantsHaveTheSameRows(List<String> format) throws IOException {
    int number = 0;
    for (String end : List.of("\n", "\r\n", "\r")) {
      String content = format.get(1).replace("\n", end);
      for (String charset :
          List.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "ISO-8859-1", "windows-1252")) {
        for (boolean mark : List.of(true, false)) {
          boolean isLatin = charset.equals("ISO-8859-1") || charset.equals("windows-1252");
          if (mark && isLatin) {
            continue;
          }
          boolean isDetected = mark || charset.equals("UTF-8");
          Encoding encoding = isDetected ? Encoding.STANDARD : Encoding.named(charset);
          for (String name : names("r" + number++, format.get(0))) {
            Path file = folder.resolve(name);
            try (OutputStream out = ReviewFiles.compressed(file)) {
              out.write(((mark ? "\uFEFF" : "") + content).getBytes(charset));
            }
            Path renamed = Files.move(file, folder.resolve("m" + number + "." + format.get(0)));
            for (Path each : List.of(renamed, Files.copy(renamed, file))) {
              LabelledTexts read = DataSource.of(each, settings(encoding)).read(Split.TRAIN);
              assertThat(read.texts())
                  .as("%s %s mark %s end %s", name, charset, mark, end.length())
                  .isEqualTo(EXPECTED);
              assertThat(read.badLines().warnings()).isEmpty();
              Files.delete(each);
            }
          }
        }
      }
    }
  }

  /** Returns a name for each compression. */
  private static List<String> names(String stem, String extension) {
    List<String> names = new ArrayList<>();
    for (String compression : List.of("", ".gz", ".bz2", ".xz", ".zst")) {
      names.add(stem + "." + extension + compression);
    }
    return names;
  }

  private static ReadSettings settings(Encoding encoding) {
    FileLayout standard = FileLayout.STANDARD;
    return ReadSettings.standard()
        .withLayout(
            new FileLayout(encoding, Optional.empty(), true, standard.id(), standard.split()));
  }
}
