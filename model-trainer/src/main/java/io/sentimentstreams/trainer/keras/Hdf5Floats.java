package io.sentimentstreams.trainer.keras;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.dataset.CompactDataset;
import io.jhdf.filter.PipelineFilterWithData;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FloatingPoint;
import io.sentimentstreams.model.network.WeightSpec;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reader of arrays of 16, 32 and 64-bit floats, in one piece or in chunks, as 32-bit floats. Shapes
 * and the size of the content are checked before reading; compressed chunks must expand to no more
 * than their size.
 */
final class Hdf5Floats {

  private static final int DEFLATE = 1;
  private static final int SHUFFLE = 2;
  private static final int CHECKSUM = 3;
  private static final Set<Integer> FILTERS = Set.of(DEFLATE, SHUFFLE, CHECKSUM);

  private static final int MAX_CHUNKS = 1 << 20;

  /** Size up to which a chunk can exceed its array. */
  private static final long SMALL_CHUNK = 1L << 20;

  private static final String REPACK =
      "Rewrite the file with h5repack -f NONE -l CONTI in.h5 out.h5, or save the model again";

  private final Dataset dataset;
  private final WeightSpec expected;
  private final DataType type;

  private Hdf5Floats(Dataset dataset, WeightSpec expected) {
    this.dataset = dataset;
    this.expected = expected;
    type = dataset.getDataType();
  }

  /**
   * Returns the elements of an array.
   *
   * @throws UnsupportedKerasModelException if shape or storage differ from the expected ones
   */
  static float[] read(Dataset dataset, WeightSpec expected) {
    return new Hdf5Floats(dataset, expected).read();
  }

  private float[] read() {
    List<Integer> shape = Arrays.stream(dataset.getDimensions()).boxed().toList();
    if (!shape.equals(expected.shape())) {
      throw new UnsupportedKerasModelException(
          "weight %s has shape %s instead of %s"
              .formatted(expected.name(), shape, expected.shape()),
          "Save the model again");
    }
    requireFloats();
    if (dataset instanceof ChunkedDataset chunked) {
      requireSmallChunks(chunked);
    } else if (!(dataset instanceof ContiguousDataset || dataset instanceof CompactDataset)
        || dataset.getStorageInBytes() != expected.size() * type.getSize()) {
      throw stored("is not stored as a whole", "Save the model again");
    }
    return floats(dataset.getDataFlat());
  }

  private void requireFloats() {
    if (!(type instanceof FloatingPoint)) {
      throw stored(
          "consists of %s values instead of floats".formatted(dataset.getJavaType()),
          "Save the model with the dtype policy float32");
    }
  }

  private float[] floats(Object data) {
    if (data instanceof float[] floats) {
      return floats;
    }
    float[] floats = new float[Math.toIntExact(expected.size())];
    if (data instanceof double[] doubles) {
      for (int i = 0; i < floats.length; i++) {
        floats[i] = (float) doubles[i];
      }
      return floats;
    }
    throw stored(
        "has floats of %d bytes".formatted(type.getSize()),
        "Save the model with the dtype policy float32");
  }

  private void requireSmallChunks(ChunkedDataset chunked) {
    requireKnownFilters(chunked.getFilters());
    int[] chunk = chunked.getChunkDimensions();
    int[] shape = dataset.getDimensions();
    long elements = 1;
    long count = 1;
    for (int axis = 0; axis < shape.length; axis++) {
      elements = Math.multiplyExact(elements, Math.max(1L, chunk[axis]));
      count = Math.multiplyExact(count, (shape[axis] + chunk[axis] - 1L) / chunk[axis]);
    }
    long bytes = Math.multiplyExact(elements, type.getSize());
    if (count > MAX_CHUNKS || bytes > SMALL_CHUNK + expected.size() * type.getSize()) {
      throw stored("has %d chunks of %d bytes".formatted(count, bytes), REPACK);
    }
    boolean deflated = chunked.getFilters().stream().anyMatch(filter -> filter.getId() == DEFLATE);
    int[] offset = new int[shape.length];
    for (long i = 0; deflated && i < count; i++) {
      requireSmall(chunked.getRawChunkBuffer(offset), bytes);
      next(offset, chunk, shape);
    }
  }

  private static void next(int[] offset, int[] chunk, int[] shape) {
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      offset[axis] += chunk[axis];
      if (offset[axis] < shape[axis]) {
        return;
      }
      offset[axis] = 0;
    }
  }

  private void requireKnownFilters(List<PipelineFilterWithData> filters) {
    long deflations = filters.stream().filter(filter -> filter.getId() == DEFLATE).count();
    if (deflations > 1 || filters.stream().anyMatch(each -> !FILTERS.contains(each.getId()))) {
      throw stored(
          filters.stream()
              .map(PipelineFilterWithData::getName)
              .collect(Collectors.joining(", ", "is compressed by ", ", only gzip is supported")),
          REPACK);
    }
  }

  /** Rejects a compressed chunk that expands to more than its size, without keeping the content. */
  private void requireSmall(ByteBuffer compressed, long limit) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(compressed.slice());
      byte[] part = new byte[8192];
      long size = 0;
      int read = inflater.inflate(part);
      while (read > 0) {
        size += read;
        // A checksum can follow the elements.
        if (size > limit + Integer.BYTES) {
          throw stored("has a chunk of more than %d bytes".formatted(limit), REPACK);
        }
        read = inflater.inflate(part);
      }
      if (!inflater.finished()) {
        throw stored("has an incomplete chunk", "Save the model again");
      }
    } catch (DataFormatException e) {
      throw stored("has a corrupt chunk", "Save the model again");
    } finally {
      inflater.end();
    }
  }

  private UnsupportedKerasModelException stored(String problem, String remedy) {
    return new UnsupportedKerasModelException(
        "weight %s %s".formatted(expected.name(), problem), remedy);
  }
}
