package io.sentimentstreams.trainer.keras;

import io.sentimentstreams.model.file.AtomicFile;
import io.sentimentstreams.model.file.ReadProblem;
import io.sentimentstreams.model.text.vectorization.InvalidTextVectorizationException;
import io.sentimentstreams.model.text.vectorization.LayerState;
import io.sentimentstreams.model.text.vectorization.TextVectorization;
import io.sentimentstreams.model.text.vectorization.TextVectorizationJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A {@code TextVectorization} layer in a file of its own: the JSON of {@code get_config}, or a
 * saved model that begins with the layer.
 */
public final class TextVectorizationFile {

  private static final int MAX_BYTES = 256 << 20;

  private TextVectorizationFile() {}

  /**
   * Reads a layer.
   *
   * @param file JSON, or a model
   * @param vocabulary file of the vocabulary; empty for that of the layer
   * @throws InvalidKerasModelException if a file cannot be read or the layer is not supported
   */
  public static TextVectorization read(Path file, Optional<Path> vocabulary) {
    try {
      if (isModel(file)) {
        try (KerasFile keras = KerasFile.open(file)) {
          return KerasVectorization.find(
              keras.architecture(), file, vocabulary.map(KerasVocabulary::read));
        }
      }
      return TextVectorizationJson.layer(
          TextVectorizationJson.config(KerasVocabulary.text(file, MAX_BYTES)),
          new LayerState(vocabulary.map(KerasVocabulary::read), Optional.empty()));
    } catch (UnsupportedKerasModelException e) {
      throw new InvalidKerasModelException(file, e);
    } catch (InvalidTextVectorizationException e) {
      throw new InvalidKerasModelException(file, e.problem(), e.remedy(), e);
    } catch (IOException e) {
      ReadProblem problem = ReadProblem.of(e);
      throw new InvalidKerasModelException(file, problem.reason(), problem.remedy(), e);
    }
  }

  private static boolean isModel(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(4);
      return start.length == 4
          && ((start[0] == 'P' && start[1] == 'K') || (start[1] == 'H' && start[2] == 'D'));
    }
  }

  /**
   * Writes a layer as JSON. The file is replaced atomically.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void write(TextVectorization layer, Path file) {
    try {
      AtomicFile.write(
          file,
          channel -> {
            ByteBuffer bytes = StandardCharsets.US_ASCII.encode(TextVectorizationJson.write(layer));
            while (bytes.hasRemaining()) {
              channel.write(bytes);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write %s: %s. Check the path and its permissions.".formatted(file, e), e);
    }
  }
}
