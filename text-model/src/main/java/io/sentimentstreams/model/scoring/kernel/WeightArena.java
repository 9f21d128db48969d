package io.sentimentstreams.model.scoring.kernel;

/**
 * One array for all weights of a model, divided into pieces that start at cache lines, so that no
 * vector spans two lines. Unaligned vectors add a sixth to the time of an LSTM.
 *
 * <p>The alignment depends on the address of the array, which a program cannot query. G1 gives an
 * array of at least half a region regions of its own and never moves it. Its first element is then
 * 16 bytes, the header, after the start of a line. With other collectors or a small array, pieces
 * are as unaligned as separate arrays.
 */
public final class WeightArena {

  private static final int LINE = 64 / Float.BYTES;
  private static final int HEADER = 16 / Float.BYTES;

  private final float[] array;
  private int next = LINE - HEADER;

  /**
   * Allocates memory for pieces.
   *
   * @param size sum of their {@link #sizeOf}
   */
  public WeightArena(long size) {
    array = new float[Math.toIntExact(LINE - HEADER + size)];
  }

  /** Returns the size of a piece in the arena, in floats. */
  public static long sizeOf(long floats) {
    return (floats + LINE - 1) / LINE * LINE;
  }

  /** Reserves a piece and returns its start. */
  public int reserve(int floats) {
    int from = next;
    next = Math.toIntExact(from + sizeOf(floats));
    if (next > array.length) {
      throw new IllegalStateException(
          "no room for a piece of %d floats, %d are left".formatted(floats, array.length - from));
    }
    return from;
  }

  /** Returns the array that holds all pieces. */
  public float[] array() {
    return array;
  }
}
