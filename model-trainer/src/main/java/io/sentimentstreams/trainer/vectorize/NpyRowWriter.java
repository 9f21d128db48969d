package io.sentimentstreams.trainer.vectorize;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writer of rows as one NumPy array of shape rows x row shape in a {@code .npy} file (format
 * version 1.0, little-endian, C order). The header is written last, because it contains the number
 * of rows.
 */
public final class NpyRowWriter implements RowWriter {

  /**
   * Size of the header: a multiple of 64, as NumPy aligns data, and enough for three dimensions.
   */
  private static final int HEADER_BYTES = 192;

  private static final int PREFIX_BYTES = 10;

  private final SeekableByteChannel file;
  private final NumberType type;
  private final List<Integer> shape;
  private final int size;
  private long rows;

  /**
   * Creates a writer.
   *
   * @param file empty file
   * @param shape of each row
   */
  public NpyRowWriter(SeekableByteChannel file, NumberType type, List<Integer> shape)
      throws IOException {
    this.file = file;
    this.type = type;
    this.shape = List.copyOf(shape);
    size = shape.stream().reduce(1, Math::multiplyExact);
    file.position(HEADER_BYTES);
  }

  @Override
  public void write(VectorizedRow row) throws IOException {
    double[] numbers = numbers(row);
    if (numbers.length != size) {
      throw new IllegalArgumentException(
          "Rows of unequal length for a NumPy array: %d and %d numbers. Use --format json."
              .formatted(numbers.length, size));
    }
    ByteBuffer buffer =
        ByteBuffer.allocate(Math.multiplyExact(size, type.bytes())).order(ByteOrder.LITTLE_ENDIAN);
    for (double number : numbers) {
      type.put(buffer, number);
    }
    writeAll(buffer.flip());
    rows++;
  }

  private static double[] numbers(VectorizedRow row) {
    if (row instanceof VectorizedRow.Numbers numbers) {
      return numbers.values();
    }
    if (row instanceof VectorizedRow.Sparse sparse) {
      return sparse.dense();
    }
    throw new IllegalArgumentException(
        "Words cannot be written as a NumPy array. Use --format json.");
  }

  @Override
  public void finish() throws IOException {
    String lengths = shape.stream().map(length -> length + ", ").collect(Collectors.joining());
    String header =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%d, %s), }"
            .formatted(type.descriptor(), rows, lengths.strip());
    int headerLength = HEADER_BYTES - PREFIX_BYTES;
    String padded = header + " ".repeat(headerLength - header.length() - 1) + "\n";
    ByteBuffer buffer = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    buffer.put((byte) 1).put((byte) 0).putShort((short) headerLength);
    buffer.put(padded.getBytes(StandardCharsets.US_ASCII));
    file.position(0);
    writeAll(buffer.flip());
  }

  private void writeAll(ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      file.write(buffer);
    }
  }
}
