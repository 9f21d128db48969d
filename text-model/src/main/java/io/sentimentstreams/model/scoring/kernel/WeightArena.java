package io.sentimentstreams.model.scoring.kernel;

/**
 * One array for all weights of a model, handed out in pieces that begin where a cache line begins,
 * so that no vector lies across two lines: that costs a sixth of the time of an LSTM.
 *
 * <p>It rests on where the array itself begins, which a program cannot ask. G1 gives an array of
 * half a region or more regions of its own and never moves it; its first element then stands 16
 * bytes, the header, behind a line's begin. Under other collectors, and where the array is small,
 * pieces lie anywhere, as separate arrays would.
 */
public final class WeightArena {

  private static final int LINE = 64 / Float.BYTES;
  private static final int HEADER = 16 / Float.BYTES;

  private final float[] array;
  private int next = LINE - HEADER;

  /**
   * Memory for some pieces.
   *
   * @param size the sum of their {@link #sizeOf}
   */
  public WeightArena(long size) {
    array = new float[Math.toIntExact(LINE - HEADER + size)];
  }

  /** What a piece takes up. */
  public static long sizeOf(long floats) {
    return (floats + LINE - 1) / LINE * LINE;
  }

  /** Hands out a piece; returns where it begins. */
  public int reserve(int floats) {
    int from = next;
    next = Math.toIntExact(from + sizeOf(floats));
    if (next > array.length) {
      throw new IllegalStateException(
          "a piece of %d floats must fit, %d are left".formatted(floats, array.length - from));
    }
    return from;
  }

  /** Where all pieces are. */
  public float[] array() {
    return array;
  }
}
