package io.sentimentstreams.trainer.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stream of a text whose lines end with CR, with LF in its place. Not thread-safe. */
final class CarriageReturns extends FilterInputStream {

  CarriageReturns(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    return next == '\r' ? '\n' : next;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int count = super.read(bytes, from, length);
    for (int i = from; i < from + count; i++) {
      if (bytes[i] == '\r') {
        bytes[i] = '\n';
      }
    }
    return count;
  }
}
