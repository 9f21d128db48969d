package io.sentimentstreams.trainer.train.math;

import org.bytedeco.javacpp.FloatPointer;

/** Growable array of floats in native memory for native matrix products. Not thread-safe. */
public final class NativeArray {

  private FloatPointer floats = new FloatPointer(1024);

  /** Ensures the capacity for a number of floats, which are undefined. */
  public NativeArray resize(int length) {
    if (floats.capacity() < length) {
      long larger = Math.max(length, 2 * floats.capacity());
      floats.deallocate();
      floats = new FloatPointer(larger);
    }
    return this;
  }

  /** Ensures the capacity and copies floats from the heap. */
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

  /** Returns a pointer to the floats starting at an index. */
  public FloatPointer pointer(int from) {
    return floats.getPointer(from);
  }
}
