package io.sentimentstreams.trainer.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipFile;

/** Kind of a file, determined by its content and never by its name. */
public enum FileKind {
  /** A folder of TensorFlow. */
  SAVED_MODEL("a TensorFlow SavedModel"),
  /** Any other folder. */
  FOLDER("a folder"),
  /** A file of 0 bytes. */
  EMPTY("empty"),
  /** A pickle of any protocol, also of joblib. */
  PICKLE("a Python pickle"),
  /** A {@code .keras} archive. */
  KERAS_ARCHIVE("a Keras model"),
  /** A model archive of Deeplearning4j. */
  DL4J_ARCHIVE("a Deeplearning4j model"),
  /** A bundle of this project. */
  BUNDLE("a bundle"),
  /** A checkpoint or a scripted model of PyTorch. */
  PYTORCH_ARCHIVE("a PyTorch file"),
  /** Several NumPy arrays. */
  NPZ("an archive of NumPy arrays"),
  /** A workbook of Excel since 2007. */
  EXCEL("an Excel workbook"),
  /** A document of Word since 2007. */
  WORD("a Word document"),
  /** A document of LibreOffice, such as a spreadsheet. */
  OPEN_DOCUMENT("an OpenDocument file"),
  /** Any other zip archive. */
  ZIP("a zip archive"),
  /** A zip archive without entries. */
  EMPTY_ZIP("an empty zip archive"),
  /** A gzip stream. */
  GZIP("gzip-compressed"),
  /** An xz stream. */
  XZ("xz-compressed"),
  /** A Zstandard stream. */
  ZSTD("zstd-compressed"),
  /** A bzip2 stream. */
  BZIP2("bzip2-compressed"),
  /** A zlib stream. */
  ZLIB("zlib-compressed, as joblib writes"),
  /** A snappy stream with frames. */
  SNAPPY("a snappy file"),
  /** An lzip stream. */
  LZIP("an lzip file"),
  /** A stream of the Unix program compress. */
  COMPRESS("a .Z file"),
  /** An LZ4 frame. */
  LZ4("an lz4 file"),
  /** A 7z archive. */
  SEVEN_ZIP("a 7z archive"),
  /** A RAR archive. */
  RAR("a RAR archive"),
  /** A tar archive. */
  TAR("a tar archive"),
  /** An HDF5 file, such as Keras' {@code .h5}. */
  HDF5("an HDF5 file"),
  /** An Apache Parquet file. */
  PARQUET("a Parquet file"),
  /** An Apache ORC file. */
  ORC("an ORC file"),
  /** An Avro object container file. */
  AVRO("an Avro file"),
  /** An Arrow or Feather file. */
  ARROW("an Arrow file"),
  /** A SQLite database. */
  SQLITE("an SQLite database"),
  /** One NumPy array. */
  NPY("a NumPy array"),
  /** A model of fastText. */
  FASTTEXT("a binary fastText model"),
  /** A model of llama.cpp. */
  GGUF("a GGUF model"),
  /** A TensorFlow Lite model. */
  TFLITE("a TensorFlow Lite model"),
  /** Data of R, such as {@code .rda} and {@code .rds}. */
  R_DATA("an R data file"),
  /** Java's serialization. */
  JAVA_OBJECT("serialized Java objects"),
  /** An old Office document, such as {@code .xls}. */
  OFFICE("an Office document"),
  /** A PDF document. */
  PDF("a PDF document"),
  /** An image in PNG or JPEG. */
  IMAGE("an image"),
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
  LFS_POINTER("a Git LFS pointer instead of the file"),
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

  private static final Set<FileKind> ZIPS =
      EnumSet.of(
          ZIP,
          KERAS_ARCHIVE,
          DL4J_ARCHIVE,
          BUNDLE,
          PYTORCH_ARCHIVE,
          NPZ,
          EXCEL,
          WORD,
          OPEN_DOCUMENT);

  private static final Set<FileKind> FOREIGN =
      EnumSet.complementOf(
          EnumSet.of(EMPTY, TEXT, JSON, OTHER_TEXT, UTF_16, UTF_32, WORD2VEC_BINARY, BINARY));

  private final String noun;

  FileKind(String noun) {
    this.noun = noun;
  }

  /** Returns the words that follow "is" in a message: {@code a Python pickle}. */
  public String noun() {
    return noun;
  }

  /** Returns an instruction for the file of a model, such as "Use import-keras". */
  public Optional<String> importRemedy() {
    return switch (this) {
      case KERAS_ARCHIVE, HDF5 -> Optional.of("Use import-keras");
      case ONNX -> Optional.of("Use import-onnx");
      case DL4J_ARCHIVE -> Optional.of("Use import-dl4j");
      case BUNDLE -> Optional.of("Use the bundle as it is, or import another file");
      default -> Optional.empty();
    };
  }

  /** Returns whether the content is known not to be a text in any encoding. */
  boolean isForeign() {
    return FOREIGN.contains(this);
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
    return ZIPS.contains(kind) ? archive(path) : kind;
  }

  /**
   * Returns the kind of a content. A zip archive is named by its first entry.
   *
   * @param head its first {@link #HEAD_BYTES} bytes or more, or all bytes if there are fewer
   */
  public static FileKind of(byte[] head) {
    byte[] start = head.length > HEAD_BYTES ? Arrays.copyOf(head, HEAD_BYTES) : head;
    if (start.length == 0) {
      return EMPTY;
    }
    Optional<FileKind> encoded = TextSniffer.unicode(start);
    if (encoded.isPresent()) {
      return encoded.get();
    }
    Optional<FileKind> text = TextSniffer.kind(start);
    if (TextSniffer.isText(start)) { // first: a table may begin with the letters "ORC"
      return text.orElseGet(() -> TextSniffer.isJson(start) ? JSON : TEXT);
    }
    return BinarySniffer.kind(start)
        .or(() -> text)
        .orElseGet(() -> TextSniffer.isPrintable(start) ? OTHER_TEXT : BINARY);
  }

  private static FileKind archive(Path path) {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      return BinarySniffer.archive(zip.stream().limit(1000).map(entry -> entry.getName()).toList());
    } catch (IOException e) {
      return ZIP; // truncated; the reader of the file reports that
    }
  }
}
