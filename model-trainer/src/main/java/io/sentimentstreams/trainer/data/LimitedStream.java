package io.sentimentstreams.trainer.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ends with an error where a stream has more bytes than are allowed, so that a small file that
 * unpacks to a huge one is noticed. Not thread-safe.
 */
public final class LimitedStream extends FilterInputStream {

  private long left;

  public LimitedStream(InputStream in, long allowed) {
    super(in);
    left = allowed;
  }

  /** There is more than was allowed. */
  public static final class StreamTooLargeException extends IOException {

    private static final long serialVersionUID = 1;

    private StreamTooLargeException() {
      super("it unpacks to more than is allowed");
    }
  }

  /** Allows so many bytes from here on. */
  public void allow(long bytes) {
    left = bytes;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    return next < 0 ? next : count(1, next);
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int count = super.read(bytes, from, (int) Math.min(length, left + 1));
    return count < 0 ? count : count(count, count);
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(Math.min(count, left));
    left -= skipped;
    return skipped;
  }

  private int count(int count, int result) throws StreamTooLargeException {
    left -= count;
    if (left < 0) {
      throw new StreamTooLargeException();
    }
    return result;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
