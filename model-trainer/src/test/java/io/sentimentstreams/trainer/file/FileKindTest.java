package io.sentimentstreams.trainer.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindTest {

  private static final String ROWS = "text,label\nA good film with friends.,1\nA bad one.,0\n";

  @TempDir Path folder;

  /** The first bytes as Python and other tools write them. */
  @ParameterizedTest
  @CsvSource({
    "80 04 95 10 00 00 00 00 00 00 00 8c, PICKLE",
    "80 02 63 6b 65 72 61 73 0a, PICKLE",
    "7d 71 00 2e, PICKLE",
    "89 48 44 46 0d 0a 1a 0a 00 00, HDF5",
    "50 41 52 31 15 04 15 00, PARQUET",
    "4f 52 43 1d 00 00, ORC",
    "4f 62 6a 01 04 16, AVRO",
    "41 52 52 4f 57 31 00 00, ARROW",
    "fd 37 7a 58 5a 00 00 04, XZ",
    "28 b5 2f fd 24 00, ZSTD",
    "42 5a 68 39 31 41 59 26 53 59 00, BZIP2",
    "93 4e 55 4d 50 59 01 00, NPY",
    "ba 16 4f 2f 0c 00 00 00, FASTTEXT",
    "1c 00 00 00 54 46 4c 33 00, TFLITE",
    "08 01 12 d3 a1 04 0a, SAVED_MODEL_PB",
    "08 07 12 07 70 79 74 6f 72 63 68, ONNX",
    "08 0a 12 07 70 79 74 6f 72 63 68, ONNX",
    "50 00 00 00 00 00 00 00 7b 22, SAFETENSORS",
    "33 20 32 0a 67 6f 6f 64 20 cd cc cc 3d cd cc 4c 3e 0a, WORD2VEC_BINARY",
    "ff ff 00 01 02 03, BINARY"
  })
  void signatureNamesTheKind(String hex, FileKind kind) {
    byte[] head = HexFormat.ofDelimiter(" ").parseHex(hex);
    assertThat(FileKind.of(head)).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
  void utf16IsRecognizedWithAndWithoutMark(String charset) {
    assertThat(FileKind.of(ROWS.getBytes(Charset.forName(charset)))).isEqualTo(FileKind.UTF_16);
    assertThat(FileKind.of("{\"a\":1}".getBytes(Charset.forName(charset))))
        .isEqualTo(FileKind.UTF_16);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-32LE", "UTF-32BE"})
  void utf32IsRecognized(String charset) {
    assertThat(FileKind.of(ROWS.getBytes(Charset.forName(charset)))).isEqualTo(FileKind.UTF_32);
  }

  @Test
  void utf16MarkIsEnough() {
    assertThat(FileKind.of("\ufeff这部电影".getBytes(UTF_16LE))).isEqualTo(FileKind.UTF_16);
    assertThat(FileKind.of("\ufeff这部电影".getBytes(UTF_16BE))).isEqualTo(FileKind.UTF_16);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text,label|TEXT",
        "ORCHARD,1|TEXT",
        "PAR1|TEXT",
        "Obj|TEXT",
        "BZhat, text|TEXT",
        "comment|TEXT",
        "x^2|TEXT",
        "这部电影 很好|TEXT",
        "{\"a\":1}|JSON",
        "  [1]|JSON",
        "<!DOCTYPE html><html>|HTML",
        "<HTML>|HTML",
        "version https://git-lfs.github.com/spec/v1|LFS_POINTER",
        "%PDF-1.7|PDF"
      })
  void textIsNoBinaryFormat(String text, FileKind kind) {
    assertThat(FileKind.of((text + "\ngood\n").getBytes(UTF_8))).isEqualTo(kind);
    assertThat(FileKind.of(("\ufeff" + text + "\n").getBytes(UTF_8))).isEqualTo(kind);
  }

  @Test
  void pickleOfProtocolZeroIsText() {
    assertThat(FileKind.of("(dp0\nVgood\np1\nI1\ns.".getBytes(UTF_8))).isEqualTo(FileKind.PICKLE);
    assertThat(FileKind.of("ccopy_reg\n_reconstructor\np0\n(c".getBytes(UTF_8)))
        .isEqualTo(FileKind.PICKLE);
    assertThat(FileKind.of("comment\ngood\nbad\n".getBytes(UTF_8))).isEqualTo(FileKind.TEXT);
  }

  @Test
  void latin1IsNamedAsTextOfAnotherEncoding() {
    assertThat(FileKind.of("très émouvant\n".getBytes(ISO_8859_1))).isEqualTo(FileKind.OTHER_TEXT);
  }

  @Test
  void characterAtTheEndOfTheHeadMayBeCut() {
    byte[] head = new byte[FileKind.HEAD_BYTES];
    System.arraycopy("é".repeat(FileKind.HEAD_BYTES).getBytes(UTF_8), 1, head, 0, 0);
    byte[] text = ("a" + "é".repeat(FileKind.HEAD_BYTES)).getBytes(UTF_8);
    System.arraycopy(text, 0, head, 0, head.length);
    assertThat(FileKind.of(head)).isEqualTo(FileKind.TEXT);
  }

  @Test
  void streamsOfJavaAreRecognized() throws IOException {
    assertThat(FileKind.of(written(GZIPOutputStream::new))).isEqualTo(FileKind.GZIP);
    assertThat(FileKind.of(written(DeflaterOutputStream::new))).isEqualTo(FileKind.ZLIB);
    assertThat(FileKind.of(written(ObjectOutputStream::new))).isEqualTo(FileKind.JAVA_OBJECT);
    assertThat(FileKind.of(new byte[0])).isEqualTo(FileKind.EMPTY);
  }

  @ParameterizedTest
  @CsvSource({
    "metadata.json config.json model.weights.h5, KERAS_ARCHIVE",
    "configuration.json coefficients.bin, DL4J_ARCHIVE",
    "manifest.json weights.safetensors, BUNDLE",
    "archive/data.pkl archive/version, PYTORCH_ARCHIVE",
    "a.npy b.npy, NPZ",
    "[Content_Types].xml xl/workbook.xml, SPREADSHEET",
    "glove.6B.50d.txt, ZIP"
  })
  void archiveIsNamedByItsEntries(String entries, FileKind kind) throws IOException {
    Path file = folder.resolve("file");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String entry : List.of(entries.split(" ", -1))) {
        zip.putNextEntry(new ZipEntry(entry));
      }
    }
    assertThat(FileKind.of(file)).isEqualTo(kind);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThat(FileKind.of(file)).isEqualTo(FileKind.ZIP);
  }

  @Test
  void folderOfSavedModelIsNamed() throws IOException {
    assertThat(FileKind.of(folder)).isEqualTo(FileKind.FOLDER);
    Files.createFile(folder.resolve("saved_model.pb"));
    assertThat(FileKind.of(folder)).isEqualTo(FileKind.SAVED_MODEL);
  }

  @ParameterizedTest
  @EnumSource
  void nounFitsIntoASentence(FileKind kind) {
    assertThat(kind.noun()).isNotBlank().doesNotEndWith(".");
  }

  private interface Wrapper {
    OutputStream wrap(OutputStream out) throws IOException;
  }

  private static byte[] written(Wrapper wrapper) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = wrapper.wrap(bytes)) {
      out.write(ROWS.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
