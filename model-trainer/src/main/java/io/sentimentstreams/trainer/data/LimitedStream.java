package io.sentimentstreams.trainer.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Stream that fails above a size limit, as a protection against decompression bombs. Not
 * thread-safe.
 */
public final class LimitedStream extends FilterInputStream {

  private long remaining;

  public LimitedStream(InputStream in, long limit) {
    super(in);
    remaining = limit;
  }

  /** The stream exceeds the size limit. */
  public static final class StreamTooLargeException extends IOException {

    private static final long serialVersionUID = 1;

    private StreamTooLargeException() {
      super("the unpacked size exceeds the limit");
    }
  }

  /** Sets the number of bytes that may follow. */
  public void allow(long bytes) {
    remaining = bytes;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    return next < 0 ? next : count(1, next);
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int count = super.read(bytes, from, (int) Math.min(length, remaining + 1));
    return count < 0 ? count : count(count, count);
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(Math.min(count, remaining));
    remaining -= skipped;
    return skipped;
  }

  private int count(int count, int result) throws StreamTooLargeException {
    remaining -= count;
    if (remaining < 0) {
      throw new StreamTooLargeException();
    }
    return result;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
