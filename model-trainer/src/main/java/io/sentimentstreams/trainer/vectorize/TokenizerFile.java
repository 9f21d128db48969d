package io.sentimentstreams.trainer.vectorize;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sentimentstreams.model.file.AtomicFile;
import io.sentimentstreams.model.file.OutputCheck;
import io.sentimentstreams.model.text.InvalidTokenizerJsonException;
import io.sentimentstreams.model.text.KerasTokenizerJson;
import io.sentimentstreams.model.text.Tokenizer;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.file.FileKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/** A tokenizer file in the JSON format of Keras. */
public final class TokenizerFile {

  private static final String REMEDY = "Use a file that Keras' Tokenizer.to_json() wrote";

  private TokenizerFile() {}

  /**
   * Reads a tokenizer.
   *
   * @param notes receives a sentence about each value that the reader corrected
   * @throws InvalidDataException if the file cannot be read or contains no tokenizer
   */
  public static Tokenizer read(Path path, Consumer<String> notes) {
    try {
      KerasTokenizerJson.Reading read = KerasTokenizerJson.readWithNotes(text(path));
      read.notes().forEach(note -> notes.accept("%s: %s.".formatted(path, note)));
      return read.tokenizer();
    } catch (NoSuchFileException e) {
      throw new InvalidDataException(path, "no such file", REMEDY, e);
    } catch (CharacterCodingException e) {
      throw new InvalidDataException(path, "not UTF-8", REMEDY, e);
    } catch (IOException e) {
      throw new InvalidDataException(path, "not readable (" + e + ")", REMEDY, e);
    } catch (InvalidTokenizerJsonException e) {
      throw new InvalidDataException(path, "not a tokenizer (" + e.problem() + ")", REMEDY, e);
    }
  }

  /** Reads the path once, because it can be a pipe. */
  private static String text(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw wrongKind(path, FileKind.of(path));
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(path)) {
      bytes = in.readNBytes(KerasTokenizerJson.MAX_CHARACTERS + 1);
    }
    FileKind kind = FileKind.of(Arrays.copyOf(bytes, Math.min(bytes.length, FileKind.HEAD_BYTES)));
    if (!kind.isText()) {
      throw wrongKind(path, kind == FileKind.ZIP ? FileKind.of(path) : kind);
    }
    if (bytes.length > KerasTokenizerJson.MAX_CHARACTERS) {
      throw new InvalidDataException(
          path,
          "more than %d bytes".formatted(KerasTokenizerJson.MAX_CHARACTERS),
          "Fit the tokenizer on fewer words");
    }
    return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(); // reports errors
  }

  private static InvalidDataException wrongKind(Path path, FileKind kind) {
    return new InvalidDataException(path, "not a tokenizer but " + kind.noun(), REMEDY);
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
