package io.sentimentstreams.trainer.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Fixed bytes at a fixed place of a file.
 *
 * @param kind kind of such a file
 * @param offset index of the first byte, 0 or more
 * @param bytes one character of ISO 8859-1 per byte
 */
record Signature(FileKind kind, int offset, String bytes) {

  /** Number of bytes within which a binary file has a control character. */
  private static final int BINARY_SAMPLE = 64;

  private static final List<Signature> ALL =
      List.of(
          new Signature(FileKind.ZIP, "PK\3\4"),
          new Signature(FileKind.ZIP, "PK\7\b"),
          new Signature(FileKind.EMPTY_ZIP, "PK\5\6"),
          new Signature(FileKind.LZ4, "\u0004\"M\u0018"),
          new Signature(FileKind.SNAPPY, "\u00FF\u0006\0\0sNaPpY"),
          new Signature(FileKind.LZIP, "LZIP\1"),
          new Signature(FileKind.COMPRESS, "\u001F\u009D"),
          new Signature(FileKind.SEVEN_ZIP, "7z\u00BC\u00AF'\u001C"),
          new Signature(FileKind.RAR, "Rar!\u001A\u0007"),
          new Signature(FileKind.TAR, 257, "ustar"),
          new Signature(FileKind.HDF5, "\u0089HDF\r\n\u001A\n"),
          new Signature(FileKind.PARQUET, "PAR1"),
          new Signature(FileKind.PARQUET, "PARE"),
          new Signature(FileKind.ORC, "ORC"),
          new Signature(FileKind.AVRO, "Obj\1"),
          new Signature(FileKind.ARROW, "ARROW1\0\0"),
          new Signature(FileKind.ARROW, "FEA1"),
          new Signature(FileKind.SQLITE, "SQLite format 3\0"),
          new Signature(FileKind.NPY, "\u0093NUMPY"),
          new Signature(FileKind.FASTTEXT, "\u00BA\u0016O/"),
          new Signature(FileKind.GGUF, "GGUF"),
          new Signature(FileKind.TFLITE, 4, "TFL3"),
          new Signature(FileKind.R_DATA, "RDX2\n"),
          new Signature(FileKind.R_DATA, "RDX3\n"),
          new Signature(FileKind.R_DATA, "X\n\0\0\0"),
          new Signature(FileKind.JAVA_OBJECT, "\u00AC\u00ED\0\5"),
          new Signature(FileKind.OFFICE, "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"),
          new Signature(FileKind.IMAGE, "\u0089PNG"),
          new Signature(FileKind.IMAGE, "\u00FF\u00D8\u00FF"));

  private Signature(FileKind kind, String bytes) {
    this(kind, 0, bytes);
  }

  /** Returns the kind of a file that begins with these bytes; empty without a known signature. */
  static Optional<FileKind> kind(byte[] head) {
    String start = new String(head, StandardCharsets.ISO_8859_1);
    return ALL.stream().filter(each -> each.matches(start)).map(Signature::kind).findFirst();
  }

  private boolean matches(String start) {
    // A text can begin with letters such as "ORC".
    return start.startsWith(bytes, offset)
        && (!isLetters() || start.chars().limit(offset + BINARY_SAMPLE).anyMatch(c -> c < '\t'));
  }

  private boolean isLetters() {
    return bytes.chars().allMatch(each -> each == '\n' || (each >= ' ' && each <= '~'));
  }
}
