package io.sentimentstreams.trainer.train.math;

import org.bytedeco.javacpp.FloatPointer;

/** Floats outside the Java heap, where the native matrix product reads and writes them. Grows. */
public final class NativeArray {

  private FloatPointer floats = new FloatPointer(1024);

  /** Makes room for a number of floats; what they hold is undefined. */
  public NativeArray resize(int length) {
    if (floats.capacity() < length) {
      long larger = Math.max(length, 2 * floats.capacity());
      floats.deallocate();
      floats = new FloatPointer(larger);
    }
    return this;
  }

  /** Makes room and copies from the heap. */
  public NativeArray load(float[] source, int from, int length) {
    resize(length);
    floats.put(source, from, length);
    return this;
  }

  /** Copies the first floats to the heap. */
  public void store(float[] target, int from, int length) {
    floats.get(target, from, length);
  }

  public FloatPointer pointer() {
    return floats;
  }

  /** A pointer to the floats from an index on. */
  public FloatPointer pointer(int from) {
    return floats.getPointer(from);
  }
}
