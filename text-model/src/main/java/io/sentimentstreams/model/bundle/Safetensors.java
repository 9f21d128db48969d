package io.sentimentstreams.model.bundle;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sentimentstreams.model.json.InvalidJsonException;
import io.sentimentstreams.model.json.JsonValue;
import io.sentimentstreams.model.network.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tensors in the safetensors format: 8 bytes with the length of the header (little-endian), the
 * header in JSON, then the elements of all tensors without gaps. {@code F32} is the only supported
 * data type.
 */
public final class Safetensors {

  private static final String FLOAT32 = "F32";
  private static final String METADATA = "__metadata__";
  private static final int LENGTH_BYTES = Long.BYTES;

  /** Maximum size of the header, for readers and writers: a hundred thousand epochs. */
  public static final int MAX_HEADER_BYTES = 16 << 20;

  private static final int ALIGNMENT = 8;

  private Safetensors() {}

  /** Header entry of one tensor. */
  private record Entry(
      String dtype, List<Integer> shape, @JsonProperty("data_offsets") List<Integer> offsets) {

    int from() {
      return offsets.get(0);
    }

    int to() {
      return offsets.get(1);
    }
  }

  static byte[] write(Map<String, Tensor> tensors) {
    return write(Map.of(), tensors);
  }

  /**
   * Returns tensors as bytes.
   *
   * @param metadata metadata by name
   * @param tensors tensors by name, in the order of writing
   */
  public static byte[] write(Map<String, String> metadata, Map<String, Tensor> tensors) {
    byte[] header = header(metadata, tensors);
    int data =
        tensors.values().stream()
            .mapToInt(tensor -> tensor.data().length * Float.BYTES)
            .reduce(0, Math::addExact);
    ByteBuffer buffer = ByteBuffer.allocate(LENGTH_BYTES + header.length + data);
    buffer.order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).put(header);
    for (Tensor tensor : tensors.values()) {
      buffer.asFloatBuffer().put(tensor.data());
      buffer.position(buffer.position() + tensor.data().length * Float.BYTES);
    }
    return buffer.array();
  }

  private static byte[] header(Map<String, String> metadata, Map<String, Tensor> tensors) {
    ObjectNode fields = BundleJson.MAPPER.createObjectNode();
    if (!metadata.isEmpty()) {
      fields.set(METADATA, BundleJson.MAPPER.valueToTree(metadata));
    }
    int from = 0;
    for (Map.Entry<String, Tensor> tensor : tensors.entrySet()) {
      int to = from + tensor.getValue().data().length * Float.BYTES;
      Entry entry = new Entry(FLOAT32, tensor.getValue().shape(), List.of(from, to));
      fields.set(tensor.getKey(), BundleJson.MAPPER.valueToTree(entry));
      from = to;
    }
    String json = fields.toString();
    int padding = Math.floorMod(-json.getBytes(StandardCharsets.UTF_8).length, ALIGNMENT);
    byte[] header = (json + " ".repeat(padding)).getBytes(StandardCharsets.UTF_8);
    if (header.length > MAX_HEADER_BYTES) {
      throw new IllegalArgumentException(
          "the weights' header has %d bytes, but the maximum is %d"
              .formatted(header.length, MAX_HEADER_BYTES));
    }
    return header;
  }

  /**
   * Reads tensors.
   *
   * @throws IOException if the bytes are not in this format or contain another data type
   */
  public static Map<String, Tensor> read(byte[] bytes) throws IOException {
    int length = headerLength(bytes);
    ByteBuffer data =
        ByteBuffer.wrap(bytes).slice(LENGTH_BYTES + length, bytes.length - LENGTH_BYTES - length);
    Map<String, Entry> entries = entries(json(bytes, length));
    requireNoGap(entries, data.capacity());
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, Entry> entry : entries.entrySet()) {
      tensors.put(entry.getKey(), tensor(entry.getKey(), entry.getValue(), data));
    }
    return tensors;
  }

  /**
   * Reads the metadata of the tensors.
   *
   * @return metadata by name; empty if there is none
   * @throws IOException if the bytes are not in this format
   */
  public static Map<String, String> metadata(byte[] bytes) throws IOException {
    try {
      JsonNode header = BundleJson.MAPPER.readTree(json(bytes, headerLength(bytes)));
      if (!header.has(METADATA)) {
        return Map.of();
      }
      Map<String, String> metadata = new LinkedHashMap<>();
      JsonValue.of(METADATA, header.path(METADATA))
          .fields()
          .forEach((name, value) -> metadata.put(name, value.text()));
      return metadata;
    } catch (JsonProcessingException | InvalidJsonException e) {
      throw new IOException("the weights' header is malformed: " + BundleJson.problem(e), e);
    }
  }

  private static int headerLength(byte[] bytes) throws IOException {
    if (bytes.length < LENGTH_BYTES) {
      throw new IOException("the weights end before their header");
    }
    long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 2 || length > Math.min(MAX_HEADER_BYTES, bytes.length - LENGTH_BYTES)) {
      throw new IOException("the length of the weights' header is invalid: " + length + " bytes");
    }
    return (int) length;
  }

  private static String json(byte[] bytes, int length) {
    return new String(bytes, LENGTH_BYTES, length, StandardCharsets.UTF_8);
  }

  private static Map<String, Entry> entries(String json) throws IOException {
    try {
      JsonNode header = BundleJson.MAPPER.readTree(json);
      if (!(header instanceof ObjectNode object)) {
        throw new IOException("the weights' header must be an object");
      }
      object.remove(METADATA);
      Map<String, Entry> entries =
          BundleJson.MAPPER.convertValue(
              header, new TypeReference<LinkedHashMap<String, Entry>>() {});
      for (Map.Entry<String, Entry> entry : entries.entrySet()) {
        Entry tensor = entry.getValue();
        if (tensor == null || tensor.offsets().size() != 2 || tensor.offsets().contains(null)) {
          throw new IOException("weight " + entry.getKey() + " needs two data offsets");
        }
        if (tensor.shape().contains(null)) {
          throw new IOException("weight " + entry.getKey() + " needs a shape of numbers");
        }
      }
      return entries;
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new IOException("the weights' header is malformed: " + BundleJson.problem(e), e);
    }
  }

  private static void requireNoGap(Map<String, Entry> entries, int length) throws IOException {
    int end = 0;
    for (Entry entry :
        entries.values().stream().sorted(Comparator.comparingInt(Entry::from)).toList()) {
      if (entry.from() != end || entry.to() < entry.from()) {
        throw new IOException("the weights overlap or leave a gap at byte " + end);
      }
      end = entry.to();
    }
    if (end != length) {
      throw new IOException(
          "the weights have %d bytes, but the header has %d".formatted(length, end));
    }
  }

  private static Tensor tensor(String name, Entry entry, ByteBuffer data) throws IOException {
    if (!entry.dtype().equals(FLOAT32)) {
      throw new IOException("weight " + name + " must be F32, was " + entry.dtype());
    }
    int bytes = entry.to() - entry.from();
    float[] elements = new float[bytes / Float.BYTES];
    data.slice(entry.from(), bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(elements);
    try {
      return new Tensor(entry.shape(), elements);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new IOException("weight " + name + ": " + e.getMessage(), e);
    }
  }
}
