package io.sentimentstreams.trainer.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;

/** Kind of a file, determined by its content and never by its name. */
public enum FileKind {
  /** A folder of TensorFlow. */
  SAVED_MODEL("a TensorFlow SavedModel"),
  /** Any other folder. */
  FOLDER("a folder"),
  /** A file of 0 bytes. */
  EMPTY("empty"),
  /** A pickle, also of joblib. */
  PICKLE("a Python pickle"),
  /** A {@code .keras} archive. */
  KERAS_ARCHIVE("a Keras model (.keras)"),
  /** A model archive of Deeplearning4j. */
  DL4J_ARCHIVE("a Deeplearning4j model"),
  /** A bundle of this project. */
  BUNDLE("a bundle"),
  /** A checkpoint or a scripted model of PyTorch. */
  PYTORCH_ARCHIVE("a PyTorch file"),
  /** Several NumPy arrays. */
  NPZ("a NumPy archive (.npz)"),
  /** A spreadsheet of Excel or LibreOffice. */
  SPREADSHEET("a spreadsheet"),
  /** Any other zip archive. */
  ZIP("a zip archive", 0, 'P', 'K', 3, 4),
  /** A zip archive without entries. */
  EMPTY_ZIP("an empty zip archive", 0, 'P', 'K', 5, 6),
  /** A gzip stream. */
  GZIP("gzip-compressed", 0, 0x1f, 0x8b),
  /** An xz stream. */
  XZ("xz-compressed", 0, 0xfd, '7', 'z', 'X', 'Z', 0),
  /** A Zstandard stream. */
  ZSTD("zstd-compressed", 0, 0x28, 0xb5, 0x2f, 0xfd),
  /** A bzip2 stream. */
  BZIP2("bzip2-compressed", 0, 'B', 'Z', 'h'),
  /** A zlib stream. */
  ZLIB("zlib-compressed, as joblib writes"),
  /** An LZ4 frame. */
  LZ4("LZ4-compressed", 0, 0x04, 0x22, 0x4d, 0x18),
  /** A 7z archive. */
  SEVEN_ZIP("a 7z archive", 0, '7', 'z', 0xbc, 0xaf, 0x27, 0x1c),
  /** A RAR archive. */
  RAR("a RAR archive", 0, 'R', 'a', 'r', '!', 0x1a, 0x07),
  /** A tar archive. */
  TAR("a tar archive", 257, 'u', 's', 't', 'a', 'r'),
  /** An HDF5 file, such as Keras' {@code .h5}. */
  HDF5("an HDF5 file", 0, 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'),
  /** An Apache Parquet file. */
  PARQUET("a Parquet file", 0, 'P', 'A', 'R', '1'),
  /** An Apache ORC file. */
  ORC("an ORC file", 0, 'O', 'R', 'C'),
  /** An Avro object container file. */
  AVRO("an Avro file", 0, 'O', 'b', 'j', 1),
  /** An Arrow or Feather file. */
  ARROW("an Arrow file", 0, 'A', 'R', 'R', 'O', 'W', '1'),
  /** A SQLite database. */
  SQLITE("a SQLite database", 0, 'S', 'Q', 'L', 'i', 't', 'e', ' ', 'f'),
  /** One NumPy array. */
  NPY("a NumPy array (.npy)", 0, 0x93, 'N', 'U', 'M', 'P', 'Y'),
  /** A model of fastText. */
  FASTTEXT("a fastText model (.bin)", 0, 0xba, 0x16, 0x4f, 0x2f),
  /** A model of llama.cpp. */
  GGUF("a GGUF model", 0, 'G', 'G', 'U', 'F'),
  /** A TensorFlow Lite model. */
  TFLITE("a TensorFlow Lite model", 4, 'T', 'F', 'L', '3'),
  /** Java's serialization. */
  JAVA_OBJECT("a serialized Java object", 0, 0xac, 0xed, 0, 5),
  /** An old Office document, such as {@code .xls}. */
  OFFICE("an Office document", 0, 0xd0, 0xcf, 0x11, 0xe0),
  /** A PDF document. */
  PDF("a PDF document", 0, '%', 'P', 'D', 'F'),
  /** An image. */
  PNG("an image", 0, 0x89, 'P', 'N', 'G'),
  /** An image. */
  JPEG("an image", 0, 0xff, 0xd8, 0xff),
  /** Text in UTF-32. */
  UTF_32("UTF-32 text"),
  /** Text in UTF-16, with or without a byte order mark. */
  UTF_16("UTF-16 text"),
  /** Weights in safetensors. */
  SAFETENSORS("a safetensors file"),
  /** A protocol buffer of TensorFlow: {@code saved_model.pb}. */
  SAVED_MODEL_PB("the protocol buffer of a TensorFlow SavedModel"),
  /** An ONNX model. */
  ONNX("an ONNX model"),
  /** Word vectors in word2vec's binary format. */
  WORD2VEC_BINARY("a binary word2vec file"),
  /** A web page, often an error page that was saved in place of a download. */
  HTML("an HTML page"),
  /** The text that Git LFS keeps in place of a file. */
  LFS_POINTER("a Git LFS pointer"),
  /** UTF-8 text that begins with a JSON object or array. */
  JSON("JSON"),
  /** Other UTF-8 text, with or without a byte order mark. */
  TEXT("UTF-8 text"),
  /** Text with bytes that are not UTF-8, such as Latin-1. */
  OTHER_TEXT("text that is not UTF-8"),
  /** Any other content. */
  BINARY("a binary file");

  /** Number of bytes that determine the kind: {@code of(byte[])} needs at most so many. */
  public static final int HEAD_BYTES = 4096;

  private static final List<FileKind> COMPRESSED = List.of(GZIP, XZ, ZSTD, BZIP2, ZLIB, LZ4);

  private final String noun;
  private final int offset;

  /** The signature, one character per byte. */
  private final String magic;

  FileKind(String noun) {
    this(noun, 0);
  }

  FileKind(String noun, int offset, int... magic) {
    this.noun = noun;
    this.offset = offset;
    this.magic = new String(magic, 0, magic.length);
  }

  /** Returns the words that follow "is" in a message: {@code a Python pickle}. */
  public String noun() {
    return noun;
  }

  /** Returns whether the content is UTF-8 text, JSON included. */
  public boolean isText() {
    return this == JSON || this == TEXT;
  }

  /** Returns whether the content is compressed, without being an archive of files. */
  public boolean isCompressed() {
    return COMPRESSED.contains(this);
  }

  /**
   * Returns the kind of a file or folder. Archives are opened to look at their names.
   *
   * @throws IOException if the file cannot be read
   */
  public static FileKind of(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return Files.exists(path.resolve("saved_model.pb")) ? SAVED_MODEL : FOLDER;
    }
    FileKind kind;
    try (InputStream in = Files.newInputStream(path)) {
      kind = of(in.readNBytes(HEAD_BYTES));
    }
    return kind == ZIP ? archive(path) : kind;
  }

  /**
   * Returns the kind of a content.
   *
   * @param head its first {@link #HEAD_BYTES} bytes, or all bytes if there are fewer
   */
  public static FileKind of(byte[] head) {
    if (head.length == 0) {
      return EMPTY;
    }
    Optional<FileKind> encoded = TextSniffer.unicode(head);
    if (encoded.isPresent()) {
      return encoded.get();
    }
    if (TextSniffer.isText(head)) { // first: a table may begin with the letters "ORC"
      return TextSniffer.kind(head);
    }
    return Arrays.stream(values())
        .filter(kind -> kind.matches(head))
        .findFirst()
        .or(() -> BinarySniffer.kind(head))
        .orElseGet(() -> TextSniffer.isPrintable(head) ? OTHER_TEXT : BINARY);
  }

  private boolean matches(byte[] head) {
    if (magic.isEmpty() || head.length < offset + magic.length()) {
      return false;
    }
    for (int i = 0; i < magic.length(); i++) {
      if ((head[offset + i] & 0xff) != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static FileKind archive(Path path) {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      return BinarySniffer.archive(zip.stream().limit(1000).map(entry -> entry.getName()).toList());
    } catch (IOException e) {
      return ZIP; // truncated; the reader of the file reports that
    }
  }
}
