package io.sentimentstreams.trainer.file;

import java.io.FilterInputStream;
import java.io.InputStream;

/**
 * Content of a text file: decompressed, in UTF-8 and without a byte order mark. Malformed parts of
 * a UTF-8 file are passed on; those of a file in another encoding become the byte 0xFF. Not
 * thread-safe.
 */
public final class TextStream extends FilterInputStream {

  private final String charset;

  TextStream(InputStream in, String charset) {
    super(in);
    this.charset = charset;
  }

  /** Returns another stream of this content, such as one with a limit. */
  public TextStream wrapped(InputStream other) {
    return new TextStream(other, charset);
  }

  /** Returns the name of the file's encoding. */
  public String charset() {
    return charset;
  }
}
