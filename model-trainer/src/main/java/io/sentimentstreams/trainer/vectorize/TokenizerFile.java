package io.sentimentstreams.trainer.vectorize;

import io.sentimentstreams.model.file.AtomicFile;
import io.sentimentstreams.model.file.OutputCheck;
import io.sentimentstreams.model.text.InvalidTokenizerJsonException;
import io.sentimentstreams.model.text.KerasTokenizerJson;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.file.Encoding;
import io.sentimentstreams.trainer.file.TextContent;
import io.sentimentstreams.trainer.file.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A tokenizer file in the JSON format of Keras. */
public final class TokenizerFile {

  private TokenizerFile() {}

  /**
   * Reads a tokenizer.
   *
   * @param notes receives a sentence about each value that the reader corrected
   * @throws InvalidDataException if the file cannot be read or contains no tokenizer
   */
  public static Tokenizer read(Path path, Consumer<String> notes) {
    String json =
        new TextFile(path, TextContent.TOKENIZER, Encoding.UNICODE)
            .read(KerasTokenizerJson.MAX_CHARACTERS);
    try {
      KerasTokenizerJson.Reading read = KerasTokenizerJson.readWithNotes(json);
      read.notes().forEach(note -> notes.accept("%s: %s.".formatted(path, note)));
      return read.tokenizer();
    } catch (InvalidTokenizerJsonException e) {
      throw new InvalidDataException(
          path,
          "not a tokenizer (" + e.problem() + ")",
          "Use a file that Keras' Tokenizer.to_json() wrote",
          e);
    }
  }

  /**
   * Writes a tokenizer after it was read again.
   *
   * @throws java.io.UncheckedIOException if it cannot be written or would be too large to be read
   */
  public static void write(Tokenizer tokenizer, Path path) {
    try {
      String json = KerasTokenizerJson.write(tokenizer);
      if (json.length() > KerasTokenizerJson.MAX_CHARACTERS) {
        throw new IOException(
            "the tokenizer has %d characters, but readers accept %d"
                .formatted(json.length(), KerasTokenizerJson.MAX_CHARACTERS));
      }
      requireSame(tokenizer, KerasTokenizerJson.read(json));
      AtomicFile.write(path, json);
    } catch (InvalidTokenizerJsonException e) {
      throw OutputCheck.failure(path, new IOException(e.problem(), e));
    } catch (IOException e) {
      throw OutputCheck.failure(path, e);
    }
  }

  private static void requireSame(Tokenizer written, Tokenizer read) throws IOException {
    boolean same =
        read.wordIndex().equals(written.wordIndex())
            && read.wordCounts().equals(written.wordCounts())
            && read.wordDocs().equals(written.wordDocs())
            && read.settings().equals(written.settings());
    if (!same) {
      throw new IOException("the tokenizer differs after it is read again");
    }
  }
}
