package io.sentimentstreams.trainer.vectorize;

import io.sentimentstreams.model.text.InvalidTokenizerJsonException;
import io.sentimentstreams.model.text.KerasTokenizerJson;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.file.Encoding;
import io.sentimentstreams.trainer.file.TextContent;
import io.sentimentstreams.trainer.file.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A tokenizer file in the JSON format of Keras. */
public final class TokenizerFile {

  /** Limit on the size of a file. */
  private static final int MAX_BYTES = 1 << 30;

  private TokenizerFile() {}

  /**
   * Reads a tokenizer.
   *
   * @throws InvalidDataException if the file cannot be read or contains no tokenizer
   */
  public static Tokenizer read(Path path) {
    String json = new TextFile(path, TextContent.TOKENIZER, Encoding.UNICODE).read(MAX_BYTES);
    try {
      return KerasTokenizerJson.read(json);
    } catch (InvalidTokenizerJsonException e) {
      throw new InvalidDataException(
          path,
          "not a tokenizer (" + e.getMessage() + ")",
          "Use a file that to_json() of Keras wrote",
          e);
    }
  }

  /** Writes a tokenizer. */
  public static void write(Tokenizer tokenizer, Path path) {
    try {
      Files.writeString(path, KerasTokenizerJson.write(tokenizer));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s: cannot be written (%s). Check the path and its permissions.".formatted(path, e), e);
    }
  }
}
