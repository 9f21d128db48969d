package io.sentimentstreams.trainer.keras;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.sentimentstreams.model.file.ReadProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Vocabularies in files: JSON arrays of strings, or one token per line as in the assets of a {@code
 * .keras} file.
 */
public final class KerasVocabulary {

  /** Maximum size of a file in bytes. */
  static final int MAX_BYTES = 64 << 20;

  private static final Pattern JSON_ARRAY = Pattern.compile("\\s*\\[\\s*[\"\\]].*", Pattern.DOTALL);

  private static final String REMEDY =
      "Write json.dump([str(word) for word in layer.get_vocabulary()], file) in Python";

  private KerasVocabulary() {}

  /**
   * Reads a vocabulary.
   *
   * @return as {@code get_vocabulary} returned it, or without its special tokens
   * @throws InvalidKerasModelException if the file is not a vocabulary
   */
  public static List<String> read(Path file) {
    try {
      String text = text(file, MAX_BYTES);
      return JSON_ARRAY.matcher(text).matches() ? array(text) : lines(text);
    } catch (UnsupportedKerasModelException e) {
      throw new InvalidKerasModelException(file, e);
    } catch (IOException e) {
      ReadProblem problem = ReadProblem.of(e);
      throw new InvalidKerasModelException(file, problem.reason(), problem.remedy(), e);
    }
  }

  /** Reads lines in UTF-8. */
  static List<String> ofLines(byte[] bytes) {
    return lines(decoded(bytes));
  }

  /** Reads a file in UTF-8. */
  static String text(Path file, int limit) throws IOException {
    if (Files.size(file) > limit) {
      throw new UnsupportedKerasModelException(
          "the file has more than %d bytes".formatted(limit), "Use a smaller vocabulary");
    }
    return decoded(Files.readAllBytes(file));
  }

  private static String decoded(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new UnsupportedKerasModelException(
          "the text is not in UTF-8", "Write the file again with PYTHONUTF8=1 in the environment");
    }
  }

  /**
   * Splits lines as Python reads text files: a carriage return ends a line too. Keras writes no
   * line end after the last token.
   */
  private static List<String> lines(String text) {
    List<String> lines =
        new ArrayList<>(
            Arrays.asList(text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1)));
    while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).isEmpty()) {
        throw new UnsupportedKerasModelException(
            "line %d of the vocabulary is empty, because a token contains a line end"
                .formatted(i + 1),
            REMEDY + ", and give this file with --vocabulary");
      }
    }
    return List.copyOf(lines);
  }

  private static List<String> array(String text) {
    JsonNode array;
    try {
      array = KerasFile.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UnsupportedKerasModelException(
          "the vocabulary is malformed JSON: " + e.getOriginalMessage(), REMEDY);
    }
    List<String> words = new ArrayList<>();
    for (JsonNode word : array) {
      if (!word.isTextual()) {
        throw new UnsupportedKerasModelException(
            "element %d of the vocabulary is not a string: %s"
                .formatted(words.size() + 1, KerasLayer.abbreviated(word)),
            REMEDY);
      }
      words.add(word.textValue());
    }
    return List.copyOf(words);
  }
}
