package io.sentimentstreams.trainer.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.trainer.data.InvalidDataException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFileTest {

  private static final List<String> LINES =
      List.of("na\u00efve caf\u00e9", "", "\u7d20\u6674\u3089\u3057\u3044 \ud83d\ude00", "end");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "GB18030"})
  void marksSelectTheEncoding(String charset) throws IOException {
    for (String end : List.of("\n", "\r\n", "\r")) {
      byte[] bytes = ("\uFEFF" + String.join(end, LINES) + end).getBytes(charset);
      for (Encoding encoding :
          List.of(Encoding.STANDARD, Encoding.UNICODE, Encoding.named("latin1"))) {
        assertThat(lines(bytes, encoding)).isEqualTo(LINES);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "utf-8, UTF-8",
    "UTF8, UTF-8",
    "utf-8-sig, UTF-8",
    "latin1, ISO-8859-1",
    "latin-1, ISO-8859-1",
    "ISO_8859_1, ISO-8859-1",
    "iso-8859-15, ISO-8859-15",
    "windows-1252, windows-1252",
    "cp1252, windows-1252",
    "CP949, x-windows-949",
    "euc_kr, EUC-KR",
    "shift_jis, Shift_JIS",
    "utf_16_le, UTF-16LE",
    "utf-16-be, UTF-16BE",
    "utf16le, UTF-16LE",
  })
  void charsetsHaveTheNamesOfJavaAndPython(String name, String charset) {
    assertThat(Encoding.named(name).charset()).contains(Charset.forName(charset));
  }

  @Test
  void unknownCharsetIsNamed() {
    for (String name : List.of("", "latin 99", "utf-9", "\u00e9")) {
      assertThatThrownBy(() -> Encoding.named(name))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "Unknown charset: '%s'. Use a name such as UTF-8, windows-1252, ISO-8859-1 or UTF-16LE."
                  .formatted(name));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ISO-8859-1",
        "windows-1252",
        "ISO-8859-15",
        "UTF-16LE",
        "UTF-16BE",
        "UTF-32LE",
        "IBM850"
      })
  void charsetIsSelectable(String charset) throws IOException {
    List<String> lines = List.of("text,label", "na\u00efve caf\u00e9,1");
    byte[] bytes = (String.join("\r\n", lines) + "\r\n").getBytes(charset);

    assertThat(lines(bytes, Encoding.named(charset))).isEqualTo(lines);
  }

  @ParameterizedTest
  @ValueSource(strings = {"good\u0000film\n", "\u0000good film\n", "a\u0000\u0000b caf\u00e9\n"})
  void aFewNulCharactersAreNotWideCharacters(String text) throws IOException {
    assertThat(lines(text.getBytes(StandardCharsets.UTF_8), Encoding.STANDARD))
        .containsExactly(text.strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void wideCharactersWithoutMarkAreNamed(String charset) throws IOException {
    for (String text :
        List.of("ok", "text,label\r\ngood,1\r\n", "\uc7ac\ubbf8\uc788\ub2e4\t1\n".repeat(3))) {
      byte[] bytes = text.getBytes(charset);
      assertThatThrownBy(() -> lines(bytes, Encoding.STANDARD))
          .isInstanceOf(InvalidDataException.class)
          .hasMessage(
              "a.csv: %1$s without a byte order mark. Use --charset %1$s.".formatted(charset));
      assertThatThrownBy(() -> lines(bytes, Encoding.UNICODE))
          .hasMessageEndingWith(
              "Convert the file to UTF-8: iconv -f %s -t UTF-8.".formatted(charset));
      assertThat(lines(bytes, Encoding.named(charset.substring(0, 6))))
          .isEqualTo(text.lines().toList());
    }
  }

  @Test
  void unknownByteOrderIsRejected() {
    byte[] bytes = "\uc7ac\ubbf8".getBytes(StandardCharsets.UTF_16LE);
    assertThatThrownBy(() -> lines(bytes, Encoding.named("utf-16")))
        .hasMessageEndingWith("Use --charset UTF-16LE or --charset UTF-16BE.");
  }

  @Test
  void nulCharactersOfTextAreNoEncoding() throws IOException {
    String text = "text,label\n" + "a good\0 film,1\n".repeat(20);
    assertThat(lines(text.getBytes(StandardCharsets.UTF_8), Encoding.STANDARD))
        .isEqualTo(text.lines().toList());
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, ab\u00e9\u00e9, ISO-8859-1, not valid UTF-8 (byte 0xE9 at column 3)",
    "UTF-8, \u00e9, ISO-8859-1, not valid UTF-8 (byte 0xE9 at column 1)",
    "windows-1252, ab\u0081, ISO-8859-1, not valid windows-1252 (column 3)",
  })
  void malformedLinesAreNamed(String charset, String text, String actual, String problem)
      throws IOException {
    byte[] bytes = ("good\n" + text + "\nlast\n").getBytes(actual);

    List<TextLines.Line> lines = read(bytes, Encoding.named(charset));

    assertThat(lines).extracting(TextLines.Line::number).containsExactly(1L, 2L, 3L);
    assertThat(lines.get(1).problem()).contains(new TextLines.Problem(problem, true));
    assertThat(lines.get(0).problem()).isEmpty();
    assertThat(lines.get(2).text()).isEqualTo("last");
    assertThatThrownBy(() -> file(Encoding.named(charset)).decode(bytes, 1000))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageStartingWith("a.csv: line 2: " + problem)
        .hasMessageContaining("--charset windows-1252");
  }

  @Test
  void unpairedSurrogatesOfUtf16AreMalformed() throws IOException {
    byte[] bytes = "\uFEFFok\naX\nend\n".getBytes(StandardCharsets.UTF_16BE);
    bytes[10] = (byte) 0xD8; // High byte of X.
    assertThat(read(bytes, Encoding.STANDARD).get(1).problem().orElseThrow().description())
        .isEqualTo("not valid UTF-16BE (column 2)");
  }

  @Property(tries = 200)
  void anyTextSurvivesTranscoding(@ForAll @Size(max = 40_000) List<Character> characters)
      throws IOException {
    StringBuilder text = new StringBuilder();
    for (char each : characters) {
      if (Character.isSurrogate(each)) {
        text.appendCodePoint(0x10000 + each);
      } else {
        text.append(each == '\r' ? ' ' : each);
      }
    }
    for (String charset : List.of("UTF-16LE", "UTF-16BE", "UTF-32BE")) {
      InputStream in =
          new Transcoder(
              new ByteArrayInputStream(text.toString().getBytes(charset)),
              Charset.forName(charset));
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(text.toString());
    }
  }

  @Test
  void longTextsSurviveTranscoding() throws IOException {
    String text = "a\u00e9\u7d20\ud83d\ude00".repeat(20_000) + "x";
    for (int shift = 0; shift < 5; shift++) {
      String shifted = "y".repeat(shift) + text;
      InputStream in =
          new Transcoder(
              new ByteArrayInputStream(shifted.getBytes(StandardCharsets.UTF_16LE)),
              StandardCharsets.UTF_16LE);
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(shifted);
    }
  }

  @Test
  void linesAreReadAsTheyAreTyped() throws IOException {
    InputStream typed =
        new InputStream() {
          private int next;

          @Override
          public int read() {
            throw new AssertionError("bytes are read in blocks");
          }

          @Override
          public int read(byte[] bytes, int from, int length) {
            if (next == 2) {
              throw new AssertionError("the third line is not typed yet");
            }
            byte[] line = (next++ == 0 ? "\uFEFFhi\n" : "you\n").getBytes(StandardCharsets.UTF_8);
            System.arraycopy(line, 0, bytes, from, line.length);
            return line.length;
          }
        };
    TextLines lines =
        new TextLines(
            new TextFile(TextFile.STANDARD_INPUT, TextContent.LINES, Encoding.STANDARD).open(typed),
            100);

    assertThat(lines.next().orElseThrow().text()).isEqualTo("hi");
    assertThat(lines.next().orElseThrow().text()).isEqualTo("you");
  }

  @Test
  void compressedTwiceIsNamed() throws IOException {
    byte[] twice = gzip(gzip("text".getBytes(StandardCharsets.UTF_8)));
    assertThatThrownBy(() -> lines(twice, Encoding.STANDARD))
        .hasMessage("a.csv: compressed twice, inside is a gzip file. Decompress it once.");
  }

  @Test
  void foldersAndMissingFilesAreNamed() throws IOException {
    assertThatThrownBy(() -> tokenizer(folder).read(10))
        .hasMessageContaining(": a folder. Use a file that to_json() of Keras wrote.");
    Files.createFile(folder.resolve("saved_model.pb"));
    assertThatThrownBy(() -> tokenizer(folder).read(10))
        .hasMessageContaining(": a SavedModel folder of TensorFlow. ");
    assertThatThrownBy(() -> tokenizer(folder.resolve("no.json")).read(10))
        .hasMessageContaining("no.json: no such file. Check the path.");
  }

  @Test
  void tooLargeFileIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), "x".repeat(11));
    assertThatThrownBy(() -> tokenizer(file).read(10)).hasMessageContaining("exceeds 10 bytes");
    assertThat(tokenizer(file).read(11)).hasSize(11);
  }

  private static TextFile tokenizer(Path path) {
    return new TextFile(path, TextContent.TOKENIZER, Encoding.UNICODE);
  }

  private static TextFile file(Encoding encoding) {
    return new TextFile(Path.of("a.csv"), TextContent.ROWS, encoding);
  }

  private static List<String> lines(byte[] bytes, Encoding encoding) throws IOException {
    List<TextLines.Line> lines = read(bytes, encoding);
    assertThat(lines).allSatisfy(line -> assertThat(line.problem()).isEmpty());
    return lines.stream().map(TextLines.Line::text).toList();
  }

  private static List<TextLines.Line> read(byte[] bytes, Encoding encoding) throws IOException {
    TextLines lines = new TextLines(file(encoding).open(new ByteArrayInputStream(bytes)), 1 << 20);
    List<TextLines.Line> found = new ArrayList<>();
    for (Optional<TextLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
      found.add(line.get());
    }
    return found;
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
