package io.sentimentstreams.trainer.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Kind of a file that is not a text, detected by its first bytes. */
enum ContentKind {
  PYTORCH("a PyTorch file"),
  KERAS("a Keras model"),
  NUMPY_ARCHIVE("an archive of NumPy arrays"),
  EXCEL("an Excel workbook"),
  WORD("a Word document"),
  ZIP("a zip archive"),
  TAR("a tar archive"),
  SEVEN_ZIP("a 7z archive"),
  RAR("a RAR archive"),
  LZ4("an lz4 file"),
  SNAPPY("a snappy file"),
  LZIP("an lzip file"),
  COMPRESS("a .Z file"),
  PICKLE("a Python pickle"),
  PARQUET("a Parquet file"),
  ORC("an ORC file"),
  ARROW("an Arrow file"),
  AVRO("an Avro file"),
  HDF5("an HDF5 file"),
  NUMPY("a NumPy array"),
  FASTTEXT("a binary fastText model"),
  SAFETENSORS("a safetensors file"),
  SQLITE("an SQLite database"),
  PDF("a PDF document"),
  R_DATA("an R data file"),
  JAVA("serialized Java objects"),
  HTML("an HTML page"),
  GIT_LFS("a Git LFS pointer instead of the file");

  /** Number of bytes that the detection reads at most. */
  private static final int SAMPLE = 1024;

  /** Pickles of protocol 0, and of protocol 1 with a list or a dictionary. */
  private static final Pattern TEXT_PICKLE =
      Pattern.compile(
          "(?:c(?:copy_reg|copyreg|builtins|__builtin__|keras|tensorflow|numpy|pandas|collections)[\\w.]*\\n\\w+\\n"
              + "|\\((?:dp|lp|i)[0-9]+\\n|[\\]}]q\\x00).*",
          Pattern.DOTALL);

  private static final Pattern HTML_PAGE =
      Pattern.compile("\\s*(?:<!--.*?-->\\s*)*<(?:!doctype\\s+html|html)\\b.*", Pattern.DOTALL);

  private final String label;

  ContentKind(String label) {
    this.label = label;
  }

  /** Returns the kind with its article, such as {@code a zip archive}. */
  String label() {
    return label;
  }

  /** Returns the kind of a file with these first bytes; empty for a text. */
  static Optional<ContentKind> of(byte[] bytes) {
    byte[] start = Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE));
    String text = new String(start, StandardCharsets.ISO_8859_1);
    return ofArchive(start, text)
        .or(() -> ofBinary(start, text))
        .or(() -> ofText(text.toLowerCase(Locale.ROOT), text));
  }

  private static Optional<ContentKind> ofArchive(byte[] start, String text) {
    if (text.startsWith("PK\3\4") || text.startsWith("PK\5\6") || text.startsWith("PK\7\b")) {
      return Optional.of(zip(start, text));
    }
    if (text.length() > 262 && text.startsWith("ustar", 257)) {
      return Optional.of(TAR);
    }
    return first(
        text,
        new Magic("7z\u00BC\u00AF'\u001C", SEVEN_ZIP),
        new Magic("Rar!\u001A\u0007", RAR),
        new Magic("\u0004\"M\u0018", LZ4),
        new Magic("\u00FF\u0006\u0000\u0000sNaPpY", SNAPPY),
        new Magic("LZIP\u0001", LZIP),
        new Magic("\u001F\u009D", COMPRESS));
  }

  /** Returns the kind of a zip archive by the name of its first entry. */
  private static ContentKind zip(byte[] start, String text) {
    if (start.length < 30) {
      return ZIP;
    }
    int length = (start[26] & 0xFF) | (start[27] & 0xFF) << 8;
    String name = text.substring(30, Math.min(text.length(), 30 + length));
    if (name.endsWith("/data.pkl")
        || name.endsWith("/byteorder")
        || name.endsWith(".format_version")) {
      return PYTORCH;
    }
    if (name.equals("metadata.json")
        || name.equals("config.json")
        || name.equals("model.weights.h5")) {
      return KERAS;
    }
    if (name.endsWith(".npy")) {
      return NUMPY_ARCHIVE;
    }
    if (name.startsWith("xl/") || (name.equals("[Content_Types].xml") && !text.contains("word/"))) {
      return EXCEL;
    }
    return name.startsWith("word/") || name.equals("[Content_Types].xml") ? WORD : ZIP;
  }

  private static Optional<ContentKind> ofBinary(byte[] start, String text) {
    Optional<ContentKind> known =
        first(
            text,
            new Magic("ARROW1\u0000\u0000", ARROW),
            new Magic("Obj\u0001", AVRO),
            new Magic("\u0089HDF\r\n\u001A\n", HDF5),
            new Magic("\u0093NUMPY", NUMPY),
            new Magic("\u00BA\u0016O/", FASTTEXT),
            new Magic("SQLite format 3\u0000", SQLITE),
            new Magic("%PDF-", PDF),
            new Magic("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", EXCEL),
            new Magic("RDX2\n", R_DATA),
            new Magic("RDX3\n", R_DATA),
            new Magic("X\n\u0000\u0000\u0000", R_DATA),
            new Magic("\u00AC\u00ED\u0000\u0005", JAVA));
    if (known.isPresent()) {
      return known;
    }
    Optional<ContentKind> table =
        first(
            text,
            new Magic("PAR1", PARQUET),
            new Magic("PARE", PARQUET),
            new Magic("FEA1", ARROW),
            new Magic("ORC", ORC));
    // A text can begin with these letters.
    if (table.isPresent() && text.chars().limit(64).anyMatch(each -> each < '\t')) {
      return table;
    }
    if (text.startsWith("\u00FF\u00FF\u00FF\u00FF") && text.length() > 8 && start[7] == 0) {
      return Optional.of(ARROW);
    }
    boolean pickle =
        text.startsWith("\u0080") && text.length() > 1 && start[1] >= 1 && start[1] <= 5;
    if (pickle) {
      return Optional.of(PICKLE);
    }
    boolean safetensors =
        text.length() > 9 && text.startsWith("{\"", 8) && text.startsWith("\0\0\0\0", 4);
    return safetensors ? Optional.of(SAFETENSORS) : Optional.empty();
  }

  private static Optional<ContentKind> ofText(String lowerCase, String text) {
    if (TEXT_PICKLE.matcher(text).matches()) {
      return Optional.of(PICKLE);
    }
    if (HTML_PAGE.matcher(lowerCase).matches()) {
      return Optional.of(HTML);
    }
    return text.startsWith("version https://git-lfs.github.com/spec/")
        ? Optional.of(GIT_LFS)
        : Optional.empty();
  }

  private record Magic(String start, ContentKind kind) {}

  private static Optional<ContentKind> first(String text, Magic... magics) {
    return Arrays.stream(magics)
        .filter(magic -> text.startsWith(magic.start()))
        .map(Magic::kind)
        .findFirst();
  }
}
