package io.sentimentstreams.trainer.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognition of binary contents that have no fixed signature. Not for text. */
final class BinarySniffer {

  private static final int PICKLE_PROTOCOL = 0x80;
  private static final int NEWEST_PICKLE = 5;
  private static final int ZLIB = 0x78;
  private static final List<Integer> ZLIB_LEVELS = List.of(0x01, 0x5e, 0x9c, 0xda);
  private static final int PROTOBUF_FIELD_1 = 0x08;
  private static final int NEWEST_ONNX_FORMAT = 30;
  private static final List<Integer> AFTER_ONNX_FORMAT = List.of(0x12, 0x1a, 0x22, 0x3a, 0x42);
  private static final int LARGEST_TENSOR_HEADER = 100_000_000;

  private static final Pattern WORD2VEC = Pattern.compile("^\\d+ \\d+ *\\n\\S.*", Pattern.DOTALL);

  private BinarySniffer() {}

  static Optional<FileKind> kind(byte[] head) {
    if (pickle(head)) {
      return Optional.of(FileKind.PICKLE);
    }
    if (zlib(head)) {
      return Optional.of(FileKind.ZLIB);
    }
    if (safetensors(head)) {
      return Optional.of(FileKind.SAFETENSORS);
    }
    if (protobuf(head, 1, 1) && head[2] == 0x12) {
      return Optional.of(FileKind.SAVED_MODEL_PB);
    }
    if (protobuf(head, 3, NEWEST_ONNX_FORMAT) && AFTER_ONNX_FORMAT.contains((int) head[2])) {
      return Optional.of(FileKind.ONNX);
    }
    if (WORD2VEC.matcher(new String(head, StandardCharsets.ISO_8859_1)).matches()) {
      return Optional.of(FileKind.WORD2VEC_BINARY);
    }
    return Optional.empty();
  }

  /** Returns the kind of a zip archive by the names of its entries. */
  static FileKind archive(List<String> names) {
    if (names.contains("model.weights.h5") || names.contains("config.json")) {
      return FileKind.KERAS_ARCHIVE;
    }
    if (names.contains("configuration.json") && names.contains("coefficients.bin")) {
      return FileKind.DL4J_ARCHIVE;
    }
    if (names.contains("manifest.json") && names.contains("weights.safetensors")) {
      return FileKind.BUNDLE;
    }
    if (names.stream().anyMatch(name -> name.endsWith("/data.pkl") || name.equals("data.pkl"))) {
      return FileKind.PYTORCH_ARCHIVE;
    }
    if (!names.isEmpty() && names.stream().allMatch(name -> name.endsWith(".npy"))) {
      return FileKind.NPZ;
    }
    boolean sheet =
        names.stream().anyMatch(name -> name.startsWith("xl/") || name.equals("content.xml"));
    return sheet ? FileKind.SPREADSHEET : FileKind.ZIP;
  }

  private static boolean pickle(byte[] head) {
    if (head.length < 2) {
      return false;
    }
    int second = head[1] & 0xff;
    boolean protocol1 = (head[0] == ']' || head[0] == '}' || head[0] == ')') && head[1] == 'q';
    boolean protocol2 =
        (head[0] & 0xff) == PICKLE_PROTOCOL && second >= 1 && second <= NEWEST_PICKLE;
    return protocol1 || protocol2;
  }

  private static boolean zlib(byte[] head) {
    return head.length > 2 && head[0] == ZLIB && ZLIB_LEVELS.contains(head[1] & 0xff);
  }

  private static boolean safetensors(byte[] head) {
    if (head.length < 10 || head[8] != '{') {
      return false;
    }
    long length = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong();
    return length >= 2 && length <= LARGEST_TENSOR_HEADER;
  }

  private static boolean protobuf(byte[] head, int oldest, int newest) {
    return head.length > 3 && head[0] == PROTOBUF_FIELD_1 && head[1] >= oldest && head[1] <= newest;
  }
}
